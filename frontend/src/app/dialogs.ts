// `data-opens="id"` opens a dialog; `?` opens the help; a letter after `g` goes to a page.
export function setUpDialogs(): void {
  document.addEventListener("click", (event) => {
    const opener = (event.target as Element).closest<HTMLElement>("[data-opens]");
    if (opener) open(opener.dataset.opens ?? "");
    if (event.target instanceof HTMLDialogElement) event.target.close();
  });
  document.addEventListener("keydown", shortcut);
}

export function open(id: string): void {
  const dialog = document.getElementById(id);
  if (dialog instanceof HTMLDialogElement && !document.querySelector("dialog[open]")) dialog.showModal();
}

export function typing(event: KeyboardEvent): boolean {
  const at = event.target as HTMLElement;
  return at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName);
}

let went = 0;

function shortcut(event: KeyboardEvent): void {
  if (typing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "?") {
    event.preventDefault();
    open("keyboard-help");
  } else if (event.key === "g") {
    went = Date.now();
  } else if (Date.now() - went < 1500) {
    document.querySelector<HTMLAnchorElement>(`[data-go="${CSS.escape(event.key)}"]`)?.click();
  }
}
