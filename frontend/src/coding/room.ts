// What the server tells the room: where to send things, what was saved, and the words to show.
export interface RoomData {
  item: string;
  code: string;
  starter: string;
  inputs: string;
  savedAt: number;
  minutes: number;
  keymap: string;
  pending: number | null;
  timer: { elapsed: number; running: boolean };
  urls: Record<"draft" | "submit" | "timer" | "keymap" | "submission" | "live", string>;
  words: Record<string, string>;
}

export function roomData(): RoomData {
  return JSON.parse(document.getElementById("room-data")?.textContent ?? "{}") as RoomData;
}

export function $<T extends HTMLElement>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

export function say(text: string): void {
  $("#room-live").textContent = text;
}

export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/%\((\w+)\)s/g, (_, name: string) => String(values[name] ?? ""));
}
