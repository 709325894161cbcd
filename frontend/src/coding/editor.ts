// CodeMirror for Python. Colours are the page's custom properties, so one theme serves day and night.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python, pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension, Prec } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags as t } from "@lezer/highlight";
import { completeNumpy } from "./numpy";

const colours = HighlightStyle.define([
  { tag: [t.keyword, t.operatorKeyword, t.moduleKeyword, t.controlKeyword], color: "var(--code-keyword)" },
  { tag: [t.string, t.special(t.string)], color: "var(--code-string)" },
  { tag: [t.number, t.bool, t.null], color: "var(--code-number)" },
  { tag: [t.function(t.definition(t.variableName)), t.className], color: "var(--code-name)" },
  { tag: t.comment, color: "var(--code-comment)", fontStyle: "italic" },
  { tag: [t.meta, t.self], color: "var(--code-builtin)" },
]);

const look = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--surface)", fontSize: "var(--code-size, 0.875rem)" },
  ".cm-scroller": { fontFamily: "var(--code)", lineHeight: "1.6", fontVariantLigatures: "none" },
  ".cm-content": { caretColor: "var(--accent)", paddingBlock: "0.75rem" },
  "&.cm-focused": { outline: "none" }, // the ring is #editor's, over the line numbers too
  "&.cm-focused .cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--accent)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "color-mix(in srgb, var(--accent) 26%, transparent)",
  },
  ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--ink-faint)", border: "0" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--accent) 7%, transparent)" },
  ".cm-matchingBracket": { backgroundColor: "var(--accent-soft) !important", outline: "1px solid var(--accent)" },
  ".cm-selectionMatch": { backgroundColor: "var(--warn-soft)" },
  ".cm-tooltip": { backgroundColor: "var(--raised)", border: "1px solid var(--line-strong)", color: "var(--ink)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--accent-ink)" },
  ".cm-panels": { backgroundColor: "var(--sunken)", color: "var(--ink)" },
  ".cm-panel input, .cm-panel button": { fontSize: "0.875rem" },
  ".cm-fat-cursor": { background: "var(--accent) !important", color: "var(--accent-ink) !important" },
});

export interface Editor {
  code(): string;
  setCode(code: string): void;
  setKeys(name: string): Promise<void>;
  focus(): void;
}

interface Options {
  parent: HTMLElement;
  code: string;
  label: string;
  onChange(code: string): void;
  onRun(): void;
  onSubmit(): void;
}

export function createEditor(options: Options): Editor {
  const keys = new Compartment();
  const commands = Prec.highest(
    keymap.of([
      { key: "Mod-Shift-Enter", run: () => (options.onSubmit(), true) },
      { key: "Mod-Enter", run: () => (options.onRun(), true) },
    ]),
  );
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.code,
      extensions: [
        commands,
        keys.of([]),
        basics(),
        EditorView.contentAttributes.of({ "aria-label": options.label, spellcheck: "false", autocapitalize: "off" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    code: () => view.state.doc.toString(),
    setCode: (code) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: code } }),
    setKeys: async (name) => view.dispatch({ effects: keys.reconfigure(await keysOf(name)) }),
    focus: () => view.focus(),
  };
}

function basics(): Extension {
  return [
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    drawSelection(),
    history(),
    indentOnInput(),
    indentUnit.of("    "),
    EditorState.tabSize.of(4),
    bracketMatching(),
    closeBrackets(),
    highlightSelectionMatches(),
    autocompletion(),
    python(),
    pythonLanguage.data.of({ autocomplete: completeNumpy }),
    syntaxHighlighting(colours),
    look,
    keymap.of([
      ...closeBracketsKeymap,
      ...defaultKeymap.filter((binding) => binding.key !== "Mod-Enter"),
      ...searchKeymap,
      ...historyKeymap,
      ...completionKeymap,
      indentWithTab,
    ]),
  ];
}

async function keysOf(name: string): Promise<Extension> {
  if (name === "vim") return (await import("@replit/codemirror-vim")).vim();
  if (name === "emacs") return (await import("@replit/codemirror-emacs")).emacs();
  return [];
}
