// The tabs pattern: arrows move, Home and End jump, one tab stop a list.
export function setUpTabs(): void {
  for (const list of document.querySelectorAll<HTMLElement>('[role="tablist"]')) {
    list.addEventListener("click", (event) => {
      const tab = (event.target as Element).closest<HTMLElement>('[role="tab"]');
      if (tab) show(tab);
    });
    list.addEventListener("keydown", (event) => step(event, list));
  }
}

export function show(tab: HTMLElement): void {
  for (const other of tab.closest('[role="tablist"]')?.querySelectorAll<HTMLElement>('[role="tab"]') ?? []) {
    const chosen = other === tab;
    other.setAttribute("aria-selected", String(chosen));
    other.tabIndex = chosen ? 0 : -1;
    const panel = document.getElementById(other.getAttribute("aria-controls") ?? "");
    if (panel) panel.hidden = !chosen;
  }
  tab.dispatchEvent(new CustomEvent("greenroom:shown", { bubbles: true }));
}

export function showById(id: string): void {
  const tab = document.getElementById(id);
  if (tab) show(tab);
}

function step(event: KeyboardEvent, list: HTMLElement): void {
  const tabs = [...list.querySelectorAll<HTMLElement>('[role="tab"]')];
  const at = tabs.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
  const tab = to === undefined || at < 0 ? undefined : tabs.at(to % tabs.length);
  if (!tab) return;
  event.preventDefault();
  show(tab);
  tab.focus();
}
