// A closer look at accepted code: how far it has come, and, once it is there, the section that shows it.
import { fill, type RoomData, say } from "./room";

export class Closer {
  private source: EventSource | null = null;

  constructor(private readonly room: RoomData) {}

  // Follows the look of the report that is shown, if one is under way; the one before is let go.
  watch(report: HTMLElement): void {
    this.source?.close();
    this.source = null;
    const section = report.querySelector<HTMLElement>("[data-closer]");
    if (!section) return;
    const source = new EventSource(section.dataset.live ?? "");
    this.source = source;
    source.addEventListener("closer-progress", (event) => this.progress(section, JSON.parse(event.data as string)));
    source.addEventListener("closer", () => void this.show(section, source));
  }

  private progress(section: HTMLElement, now: { part: string; done: number; of: number }): void {
    const [words, bar] = [section.querySelector("#closer-words"), section.querySelector("progress")];
    if (!words || !bar) return;
    words.textContent = fill(this.room.words[`closer_${now.part}`] ?? "", { done: now.done, total: now.of });
    if (now.part !== "fuzz") return bar.removeAttribute("value");
    bar.max = now.of;
    bar.value = now.done;
  }

  private async show(section: HTMLElement, source: EventSource): Promise<void> {
    source.close();
    const answer = await fetch(section.dataset.closer ?? "");
    if (!answer.ok || this.source !== source) return;
    section.outerHTML = await answer.text();
    say(this.room.words.looked ?? "");
  }
}
