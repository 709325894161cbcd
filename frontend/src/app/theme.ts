// The choice is kept with the candidate; the page changes at once.
import { post } from "../http";

export function setUpTheme(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-theme-choice]")) {
    button.addEventListener("click", () => choose(button));
  }
}

function choose(button: HTMLButtonElement): void {
  const theme = button.dataset.themeChoice ?? "system";
  document.documentElement.dataset.theme = theme;
  for (const other of document.querySelectorAll<HTMLButtonElement>("[data-theme-choice]")) {
    other.setAttribute("aria-pressed", String(other === button));
  }
  document.dispatchEvent(new CustomEvent("greenroom:theme"));
  void post(button.dataset.url ?? "", { theme });
}
