// The theory room: the draft is saved while it is typed, maths is previewed, an oral answer has a clock, speech becomes text.
import "../styles/theory.css";
import { post } from "../http";
import { typeset } from "../maths/index";

interface TheoryData {
  item?: string;
  savedAt: number;
  seconds: number;
  urls: Record<"draft" | "preview" | "voice", string>;
  words: Record<string, string>;
}

const data = JSON.parse(document.getElementById("theory-data")?.textContent ?? "{}") as TheoryData;
const field = document.querySelector<HTMLTextAreaElement>("#text");
const form = document.querySelector<HTMLFormElement>("#answer");
if (field && form && data.item) setUp(field, form, data.item);

function setUp(text: HTMLTextAreaElement, answer: HTMLFormElement, item: string): void {
  setUpDraft(text, answer, `greenroom:answer:${item}`);
  setUpPreview(text);
  setUpClock(text, answer);
  setUpVoice(text);
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      answer.requestSubmit();
    }
  });
}

// Kept twice: in this browser at each keystroke, on the server within a second.
function setUpDraft(text: HTMLTextAreaElement, answer: HTMLFormElement, key: string): void {
  const status = document.querySelector<HTMLElement>("#draft-status");
  let timer = 0;
  const show = (words: string | undefined) => {
    if (status) status.textContent = words ?? "";
  };
  const save = async () => {
    timer = 0;
    const sent = text.value;
    try {
      const reply = await post(data.urls.draft, { text: sent }, { signal: AbortSignal.timeout(5000) });
      if (!reply.ok) throw new Error(String(reply.status));
      if (sent === text.value) localStorage.removeItem(key);
      show(data.words.saved?.replace("{time}", new Date().toLocaleTimeString()));
    } catch {
      show(data.words.unreachable);
      timer ||= window.setTimeout(() => void save(), 2000);
    }
  };
  const kept = localStorage.getItem(key);
  if (kept && kept !== text.value && kept.startsWith(text.value.slice(0, 40))) {
    text.value = kept;
    void save();
  }
  text.addEventListener("input", () => {
    localStorage.setItem(key, text.value);
    show(data.words.unsaved);
    timer ||= window.setTimeout(() => void save(), 1000);
  });
  answer.addEventListener("submit", () => {
    window.clearTimeout(timer);
    localStorage.removeItem(key);
  });
}

function setUpPreview(text: HTMLTextAreaElement): void {
  const preview = document.querySelector<HTMLElement>("#preview");
  if (!preview) return;
  let timer = 0;
  const draw = async () => {
    const worth = /[$*`_#[\]]/.test(text.value);
    preview.hidden = !worth;
    if (!worth) return;
    const reply = await post(data.urls.preview, { text: text.value }).catch(() => null);
    if (!reply?.ok) return;
    preview.innerHTML = await reply.text();
    typeset(preview);
  };
  text.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void draw(), 300);
  });
  void draw();
}

// An interviewer's patience: the clock runs down, then goes on in red. Nothing is cut off; a second press puts it away.
function setUpClock(text: HTMLTextAreaElement, answer: HTMLFormElement): void {
  const clock = document.querySelector<HTMLOutputElement>("#oral-clock");
  const start = document.querySelector<HTMLButtonElement>("[data-oral-start]");
  const mode = answer.querySelector<HTMLInputElement>('input[name="mode"]');
  if (!clock || !start) return;
  const typed = mode?.value ?? "";
  let timer = 0;
  const run = (until: number) => {
    const left = Math.ceil((until - Date.now()) / 1000);
    clock.textContent = `${left < 0 ? "−" : ""}${Math.floor(Math.abs(left) / 60)}:${String(Math.abs(left) % 60).padStart(2, "0")}`;
    clock.toggleAttribute("data-over", left < 0);
    if (left === 0) announce(data.words.time);
  };
  start.addEventListener("click", () => {
    const running = timer !== 0;
    window.clearInterval(timer);
    timer = 0;
    if (!running) {
      const until = Date.now() + 1000 * data.seconds;
      run(until);
      timer = window.setInterval(() => run(until), 1000);
      text.focus();
    }
    clock.hidden = running;
    start.setAttribute("aria-pressed", String(!running));
    mode?.setAttribute("value", running ? typed : "oral");
  });
}

function setUpVoice(text: HTMLTextAreaElement): void {
  const button = document.querySelector<HTMLButtonElement>("[data-voice]");
  if (!button) return;
  let recorder: MediaRecorder | null = null;
  button.addEventListener("click", () => {
    if (recorder?.state === "recording") recorder.stop();
    else void record();
  });
  const record = async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const parts: Blob[] = [];
    recorder = new MediaRecorder(stream);
    recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
    recorder.addEventListener("stop", () => {
      stream.getTracks().forEach((track) => track.stop());
      button.removeAttribute("aria-pressed");
      void hear(new Blob(parts));
    });
    recorder.start();
    button.setAttribute("aria-pressed", "true");
    announce(data.words.listening);
  };
  const hear = async (sound: Blob) => {
    announce(data.words.writing);
    const body = new FormData();
    body.append("sound", sound);
    const reply = await post(data.urls.voice, {}, { body });
    const heard = (await reply.json()) as { text?: string; error?: string };
    if (heard.text) {
      text.value = `${text.value} ${heard.text}`.trim();
      text.dispatchEvent(new Event("input"));
    }
    announce(heard.error ?? "");
  };
}

function announce(words: string | undefined): void {
  const live = document.querySelector<HTMLElement>("#said");
  if (live) live.textContent = words ?? "";
}
