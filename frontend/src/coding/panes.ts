// Separators that a pointer drags and arrow keys move; sizes are remembered in this browser. On a phone: one pane at a time.
import { $ } from "./room";

export function setUpPanes(): void {
  for (const bar of document.querySelectorAll<HTMLElement>('[role="separator"][data-pane]')) new Splitter(bar);
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-show-pane]")) {
    button.addEventListener("click", () => showPane(button.dataset.showPane ?? ""));
  }
}

export function showPane(name: string): void {
  $(".room").dataset.pane = name;
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-show-pane]")) {
    button.setAttribute("aria-pressed", String(button.dataset.showPane === name));
  }
}

class Splitter {
  private readonly name: string;
  private readonly box: HTMLElement;
  private readonly sideways: boolean;

  constructor(private readonly bar: HTMLElement) {
    this.name = bar.dataset.pane ?? "";
    this.box = bar.parentElement as HTMLElement;
    this.sideways = bar.getAttribute("aria-orientation") === "vertical";
    this.set(Number(localStorage.getItem(this.key) ?? bar.getAttribute("aria-valuenow")));
    bar.addEventListener("keydown", (event) => this.keys(event));
    bar.addEventListener("pointerdown", (event) => this.grab(event));
  }

  private get key(): string {
    return `greenroom:pane:${this.name}`;
  }

  private set(percent: number): void {
    const size = Math.round(Math.min(80, Math.max(20, percent)) * 10) / 10;
    this.box.style.setProperty(`--pane-${this.name}`, `${size}%`);
    this.bar.setAttribute("aria-valuenow", String(Math.round(size)));
    localStorage.setItem(this.key, String(size));
  }

  private keys(event: KeyboardEvent): void {
    const now = Number(this.bar.getAttribute("aria-valuenow"));
    const steps: Record<string, number> = this.sideways
      ? { ArrowLeft: now - 2, ArrowRight: now + 2, Home: 20, End: 80 }
      : { ArrowUp: now - 2, ArrowDown: now + 2, Home: 20, End: 80 };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.set(to);
  }

  private grab(event: PointerEvent): void {
    event.preventDefault();
    this.bar.focus();
    this.bar.setPointerCapture(event.pointerId);
    const drag = (at: PointerEvent) => {
      const box = this.box.getBoundingClientRect();
      this.set(this.sideways ? ((at.clientX - box.left) / box.width) * 100 : ((at.clientY - box.top) / box.height) * 100);
    };
    this.bar.addEventListener("pointermove", drag);
    this.bar.addEventListener("lostpointercapture", () => this.bar.removeEventListener("pointermove", drag), { once: true });
  }
}
