import { useLayoutEffect } from "react";

/**
 * Leads the focus back to where it was before something opened over the page, also where that is mounted already open and
 * goes away without closing. Where the button has gone with what was done, the focus stays near: with the same button
 * drawn anew, else with the cell, row or part that it stood in.
 */
export function useFocusBack(opened: boolean): void {
  useLayoutEffect(() => {
    if (!opened) return;
    const place = placeOf(document.activeElement);
    return place === null ? undefined : () => leadBack(place);
  }, [opened]);
}

interface Place {
  element: HTMLElement;
  /** What it stood in, the nearest first. */
  around: readonly HTMLElement[];
}

function placeOf(active: Element | null): Place | null {
  if (!(active instanceof HTMLElement) || active === document.body) return null;
  // An item goes with its menu: what opened the menu stays.
  const opener = active.closest("[role=menu]")?.getAttribute("aria-labelledby");
  const element = (opener && document.getElementById(opener)) || active;
  const around: HTMLElement[] = [];
  for (let one = element.parentElement; one !== null && one !== document.body; one = one.parentElement)
    around.push(one);
  return { element, around };
}

/** Until the person goes elsewhere: what was done may draw the page anew, once or several times. */
function leadBack(place: Place): void {
  const closing = document.activeElement?.closest("[role=dialog]") ?? null;
  let at: HTMLElement | null = null;
  const isOurs = (active: Element | null) =>
    active === null || active === document.body || active === at || closing?.contains(active) === true;
  const put = () => {
    const target = nearest(place);
    if (target === null || !isOurs(document.activeElement) || target === document.activeElement) return;
    at = target;
    focus(target);
  };
  const watcher = new MutationObserver(put);
  const until = new AbortController();
  const leave = () => {
    watcher.disconnect();
    until.abort();
  };
  const left = ({ target }: Event) => target !== at && leave();
  document.addEventListener("focusin", left, { signal: until.signal });
  document.addEventListener("pointerdown", leave, { signal: until.signal });
  // After whoever else answers to the closing.
  setTimeout(() => {
    if (until.signal.aborted) return;
    put();
    const options = { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled"] };
    watcher.observe(document.body, options);
  });
}

function nearest({ element, around }: Place): HTMLElement | null {
  if (isFree(element)) return element;
  const near = around.find((one) => one.isConnected);
  if (near === undefined) return null;
  const same = [...near.querySelectorAll<HTMLElement>(element.localName)].filter(
    (one) => isFree(one) && one.textContent === element.textContent,
  );
  return (same.length === 1 && same[0]) || near;
}

function isFree(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(":disabled");
}

/** What is no control takes the focus for this once, without an outline, as there is nothing to press. */
function focus(target: HTMLElement): void {
  target.focus({ preventScroll: true });
  if (document.activeElement === target) return;
  target.setAttribute("tabindex", "-1");
  target.style.outline = "none";
  target.focus({ preventScroll: true });
  const restore = () => {
    target.removeAttribute("tabindex");
    target.style.outline = "";
  };
  target.addEventListener("blur", restore, { once: true });
}
