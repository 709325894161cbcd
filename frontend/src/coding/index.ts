// The coding room: editor, drafts, panes, clock, judge, history.
import "../styles/coding.css";
import { post } from "../http";
import { Drafts } from "./drafts";
import { createEditor } from "./editor";
import { Judging } from "./judging";
import { setUpPanes, showPane } from "./panes";
import { $, roomData, say } from "./room";
import { setUpTabs, showById } from "./tabs";
import { Timer } from "./timer";

const room = roomData();
const inputs = $<HTMLTextAreaElement>("#own-inputs");
const now = () => ({ code: editor.code(), inputs: inputs.value });
// Run takes the tests of the tab that was looked at last: the examples or the candidate's own.
let ownInputs = false;
const drafts = new Drafts(room, now);
const kept = drafts.recovered();
const editor = createEditor({
  parent: $("#editor"),
  code: kept?.code ?? room.code,
  label: room.words.editor ?? "",
  onChange: () => drafts.touch(),
  onRun: () => void hand("run"),
  onSubmit: () => void hand("submit"),
});
const judging = new Judging(room, () => ({ code: editor.code(), inputs: ownInputs ? inputs.value : "" }));

if (kept) {
  inputs.value = kept.inputs;
  $("#recovered").hidden = false;
  drafts.touch();
}
setUpTabs();
setUpPanes();
new Timer(room);
void editor.setKeys(room.keymap);

const hand = (kind: "run" | "submit"): Promise<void> => judging.hand(kind);

document.addEventListener("greenroom:shown", (event) => {
  const tab = (event.target as HTMLElement).id;
  if (tab === "tab-inputs" || tab === "tab-examples") ownInputs = tab === "tab-inputs";
});
inputs.addEventListener("input", () => drafts.touch());
$("#run").addEventListener("click", () => void hand("run"));
$("#submit").addEventListener("click", () => void hand("submit"));
$("#starter").addEventListener("click", () => replace(room.starter));
$<HTMLSelectElement>("#keys").addEventListener("change", (event) => {
  const keymap = (event.target as HTMLSelectElement).value;
  void editor.setKeys(keymap);
  void post(room.urls.keymap, { keymap });
});

// Replacing is one step of the editor's history: Ctrl-Z brings the old text back.
function replace(code: string): void {
  editor.setCode(code);
  say(room.words.replaced ?? "");
  $("#draft-status").textContent = room.words.replaced ?? "";
  showPane("code");
  editor.focus();
}

// A test more among the candidate's own inputs.
function take(test: string): void {
  if (!inputs.value.includes(test)) inputs.value = [inputs.value.trim(), test].filter(Boolean).join("\n");
  drafts.touch();
  showById("tab-inputs");
  inputs.focus();
  say(room.words.taken ?? "");
}

document.addEventListener("click", (event) => {
  const target = event.target as Element;
  const restore = target.closest<HTMLElement>("[data-restore]");
  if (restore) {
    const code = document.getElementById(restore.dataset.restore ?? "")?.textContent;
    if (code != null) replace(code);
  }
  const opened = target.closest<HTMLElement>("[data-submission]");
  if (opened) void judging.open(Number(opened.dataset.submission));
  const own = target.closest<HTMLElement>("[data-own-input]")?.dataset.ownInput;
  if (own) take(own);
  const tab = target.closest<HTMLElement>("[data-opens-tab]");
  if (tab) showById(tab.dataset.opensTab ?? "");
});

const PANES = ["problem", "code", "results"];

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) {
    event.preventDefault();
    void hand(event.shiftKey ? "submit" : "run");
  }
  const numbered = event.altKey ? PANES[Number(event.key) - 1] : undefined;
  const pane = event.key === "F6" ? after(event.shiftKey ? -1 : 1) : numbered;
  if (!pane) return;
  event.preventDefault();
  showPane(pane);
  if (pane === "code") editor.focus();
  else $(`#pane-${pane} [role="tab"][aria-selected="true"]`).focus();
});

function after(step: number): string | undefined {
  const at = PANES.findIndex((name) => document.getElementById(`pane-${name}`)?.contains(document.activeElement));
  return PANES.at((at + step) % PANES.length);
}
