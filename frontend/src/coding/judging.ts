// Hands code in and shows what comes back: tests as they end, the verdict at once, the report when it is complete.
import htmx from "htmx.org";
import { post } from "../http";
import { Closer } from "./closer";
import { showPane } from "./panes";
import { $, fill, type RoomData, say } from "./room";
import { showById } from "./tabs";

type Test = [index: number, verdict: string];

export class Judging {
  private source: EventSource | null = null;
  private readonly buttons = [$<HTMLButtonElement>("#run"), $<HTMLButtonElement>("#submit")];
  private readonly report = $("#report");
  private readonly progress = $("#judging");
  private readonly closer: Closer;

  constructor(
    private readonly room: RoomData,
    private readonly now: () => { code: string; inputs: string },
  ) {
    this.closer = new Closer(room);
    if (room.pending) this.follow(room.pending);
  }

  async hand(kind: "run" | "submit"): Promise<void> {
    if (this.source || this.buttons[0]?.disabled) return;
    this.busy(true);
    this.begin();
    try {
      const answer = await post(this.room.urls.submit, { ...this.now(), kind });
      const data = (await answer.json()) as { id?: number; error?: string };
      if (!answer.ok || !data.id) throw new Error(data.error ?? "");
      this.follow(data.id);
    } catch (error) {
      this.fail((error as Error).message || (this.room.words.unreachable ?? ""));
    }
  }

  async open(id: number): Promise<void> {
    const answer = await fetch(this.room.urls.submission.replace("/0/", `/${id}/`));
    if (!answer.ok) return;
    this.report.innerHTML = await answer.text();
    htmx.process(this.report);
    this.closer.watch(this.report);
    this.report.dispatchEvent(new CustomEvent("greenroom:content", { bubbles: true }));
    showById("tab-results");
  }

  private begin(): void {
    this.report.replaceChildren();
    this.closer.watch(this.report);
    this.progress.hidden = false;
    $("#judging-words").textContent = this.room.words.judging ?? "";
    $("#pips").replaceChildren();
    showById("tab-results");
    showPane("results");
  }

  private follow(id: number): void {
    this.busy(true);
    this.begin();
    const source = new EventSource(this.room.urls.live.replace(/0$/, String(id)));
    this.source = source;
    const on = (kind: string, act: (data: Record<string, unknown>) => void) =>
      source.addEventListener(kind, (event) => act(JSON.parse((event as MessageEvent<string>).data)));
    on("start", () => $("#pips").replaceChildren());
    on("tests", (data) => this.pips(data.tests as Test[], Number(data.total)));
    on("verdict", (data) => void this.verdict(id, data));
    on("done", () => void this.done(id));
    source.onerror = () => ($("#judging-words").textContent = this.room.words.reconnecting ?? "");
  }

  private pips(tests: Test[], total: number): void {
    const row = $("#pips");
    for (const [index, verdict] of tests) {
      const pip = row.children[index] ?? row.appendChild(document.createElement("i"));
      pip.className = verdict === "AC" ? "good" : "bad";
    }
    const words = (total ? this.room.words.tested : this.room.words.tested_some) ?? "";
    $("#judging-words").textContent = fill(words, { done: row.children.length, total });
  }

  private async verdict(id: number, data: Record<string, unknown>): Promise<void> {
    const words = this.words(data);
    this.progress.hidden = data.more !== true;
    $("#judging-words").textContent = this.room.words.explaining ?? "";
    this.report.innerHTML = "";
    const banner = document.createElement("p");
    banner.className = `verdict ${data.verdict === "AC" ? "good" : "bad"}`;
    banner.dataset.verdict = String(data.verdict);
    banner.textContent = words;
    this.report.append(banner);
    say(words);
    if (data.more === true) await this.open(id);
  }

  private words(data: Record<string, unknown>): string {
    const verdict = this.room.words[`verdict_${String(data.verdict)}`] ?? String(data.verdict);
    const [passed, total] = [Number(data.passed), Number(data.total)];
    return total ? `${verdict} · ${fill(this.room.words.passed ?? "", { passed, total })}` : verdict;
  }

  private async done(id: number): Promise<void> {
    this.source?.close();
    this.source = null;
    await this.open(id);
    this.progress.hidden = true;
    this.busy(false);
    htmx.trigger(document.body, "judged", {});
  }

  private fail(words: string): void {
    this.progress.hidden = true;
    const note = document.createElement("p");
    note.className = "verdict bad";
    note.textContent = words;
    this.report.replaceChildren(note);
    say(words);
    this.busy(false);
  }

  private busy(on: boolean): void {
    for (const button of this.buttons) {
      button.disabled = on;
      button.setAttribute("aria-busy", String(on));
    }
  }
}
