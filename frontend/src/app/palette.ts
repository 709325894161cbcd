// Quick search over the library: `/` or Ctrl-K, arrows, Enter. The server finds (htmx), this moves the selection.
import { open, typing } from "./dialogs";

export function setUpPalette(): void {
  const dialog = document.getElementById("palette");
  const input = dialog?.querySelector<HTMLInputElement>("input");
  const list = dialog?.querySelector<HTMLElement>('[role="listbox"]');
  if (!dialog || !input || !list) return;
  document.addEventListener("keydown", (event) => {
    const asked = event.key === "k" && (event.ctrlKey || event.metaKey);
    if (!asked && (event.key !== "/" || typing(event))) return;
    event.preventDefault();
    open("palette");
    input.select();
  });
  input.addEventListener("keydown", (event) => move(event, input, list));
  list.addEventListener("htmx:afterSwap", () => select(input, options(list)[0]));
}

function options(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[role="option"]')];
}

function select(input: HTMLInputElement, option: HTMLElement | undefined): void {
  option?.parentElement?.querySelector('[aria-selected="true"]')?.setAttribute("aria-selected", "false");
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  if (option) input.setAttribute("aria-activedescendant", option.id);
  else input.removeAttribute("aria-activedescendant");
}

function move(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  const all = options(list);
  const at = all.findIndex((option) => option.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    select(input, all[(at + step + all.length) % all.length]);
  } else if (event.key === "Escape") {
    event.preventDefault(); // a search field would first empty itself and stay open
    input.closest("dialog")?.close();
  } else if (event.key === "Enter") {
    event.preventDefault();
    all[at]?.click();
  }
}
