// Typing is kept twice: in this browser at each keystroke, on the server within a second and a half.
import { post } from "../http";
import { $, fill, type RoomData } from "./room";

const EVERY = 1000;
const AGAIN = 2000;

interface Kept {
  code: string;
  inputs: string;
  at: number;
  saved: boolean;
}

export class Drafts {
  private timer = 0;
  private changed = 0;
  private readonly key: string;
  private readonly status = $("#draft-status");

  constructor(
    private readonly room: RoomData,
    private readonly now: () => { code: string; inputs: string },
  ) {
    this.key = `greenroom:draft:${room.item}`;
    addEventListener("pagehide", () => this.last());
    addEventListener("online", () => void this.save());
  }

  // What this browser has and the server missed, if anything.
  recovered(): Kept | null {
    const kept = this.kept();
    const differs = kept && (kept.code !== this.room.code || kept.inputs !== this.room.inputs);
    return kept && differs && !kept.saved && kept.at > this.room.savedAt ? kept : null;
  }

  touch(): void {
    this.changed += 1;
    this.keep(false);
    this.status.textContent = this.room.words.unsaved ?? "";
    this.status.dataset.state = "unsaved";
    if (!this.timer) this.timer = window.setTimeout(() => void this.save(), EVERY);
  }

  async save(): Promise<void> {
    window.clearTimeout(this.timer);
    this.timer = 0;
    const mark = this.changed;
    try {
      const answer = await post(this.room.urls.draft, this.now(), { signal: AbortSignal.timeout(5000) });
      if (!answer.ok) throw new Error(String(answer.status));
      if (mark === this.changed) this.keep(true);
      this.show("saved", fill(this.room.words.saved ?? "", { time: new Date().toLocaleTimeString() }));
    } catch {
      this.show("lost", this.room.words.unreachable ?? "");
      if (!this.timer) this.timer = window.setTimeout(() => void this.save(), AGAIN);
    }
  }

  private last(): void {
    if (this.kept()?.saved === false) void post(this.room.urls.draft, this.now(), { keepalive: true });
  }

  private show(state: string, text: string): void {
    this.status.dataset.state = state;
    this.status.textContent = text;
  }

  private keep(saved: boolean): void {
    const kept: Kept = { ...this.now(), at: Date.now(), saved };
    try {
      localStorage.setItem(this.key, JSON.stringify(kept));
    } catch {
      // Private windows may refuse storage; the server's copy remains.
    }
  }

  private kept(): Kept | null {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? "null") as Kept | null;
    } catch {
      return null;
    }
  }
}
