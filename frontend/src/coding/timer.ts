// The interview's clock: down from the item's minutes or up from zero. Starting, pausing and resetting are logged.
import { post } from "../http";
import { $, type RoomData } from "./room";

export class Timer {
  private elapsed: number;
  private since = 0;
  private readonly face = $("#timer-face");
  private readonly toggle = $<HTMLButtonElement>("#timer-toggle");

  constructor(private readonly room: RoomData) {
    this.elapsed = room.timer.elapsed;
    if (room.timer.running) this.since = performance.now();
    this.toggle.addEventListener("click", () => this.flip());
    $("#timer-reset").addEventListener("click", () => this.reset());
    this.face.addEventListener("click", () => this.turn());
    window.setInterval(() => this.show(), 500);
    this.show();
  }

  private get seconds(): number {
    return this.elapsed + (this.since ? (performance.now() - this.since) / 1000 : 0);
  }

  private get upwards(): boolean {
    return localStorage.getItem("greenroom:timer") === "up";
  }

  private flip(): void {
    this.elapsed = this.seconds;
    this.since = this.since ? 0 : performance.now();
    this.log(this.since ? "start" : "pause");
  }

  private reset(): void {
    this.elapsed = this.since = 0;
    this.log("reset");
  }

  private turn(): void {
    localStorage.setItem("greenroom:timer", this.upwards ? "down" : "up");
    this.show();
  }

  private log(move: string): void {
    this.show();
    void post(this.room.urls.timer, { move });
  }

  private show(): void {
    const left = this.room.minutes * 60 - this.seconds;
    const over = !this.upwards && left < 0;
    this.face.textContent = (over ? "+" : "") + clock(this.upwards ? this.seconds : Math.abs(left));
    this.face.classList.toggle("over", over);
    const words = this.room.words;
    const label = (this.since ? words.pause : this.elapsed ? words.resume : words.start) ?? "";
    if (this.toggle.getAttribute("aria-label") !== label) {
      this.toggle.setAttribute("aria-label", label);
      this.toggle.title = label;
      this.toggle.querySelector("use")?.setAttribute("href", this.since ? "#i-pause" : "#i-play");
    }
  }
}

export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const tail = `${String(minutes).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
  return hours ? `${hours}:${tail}` : tail;
}
