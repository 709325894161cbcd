// Typesets every [data-tex]. katex.render builds nodes, so no style attribute meets the content security policy.
import "katex/dist/katex.min.css";
import katex from "katex";

export function typeset(root: ParentNode): void {
  for (const node of root.querySelectorAll<HTMLElement>("[data-tex]:not([data-done])")) {
    node.dataset.done = "";
    katex.render(node.dataset.tex ?? "", node, {
      displayMode: node.classList.contains("display"),
      throwOnError: false,
      trust: false,
      maxExpand: 200,
      maxSize: 20,
    });
  }
}

typeset(document);
document.addEventListener("greenroom:content", (event) => typeset(event.target as ParentNode & EventTarget));
document.addEventListener("htmx:afterSwap", (event) => typeset(event.target as ParentNode & EventTarget));
