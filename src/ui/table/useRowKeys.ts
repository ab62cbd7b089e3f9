import type { KeyboardEvent } from "react";

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** Moves from row to row with the arrows (or j and k), and marks with x; Enter follows the row's link by itself. */
export function useRowKeys(count: number, bringIntoSight: (index: number) => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const scroller = event.currentTarget;
    const row = event.target.closest<HTMLElement>("tr[data-index]");
    if (event.key === "x" && row) {
      row.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
      return;
    }
    const step = steps[event.key];
    if (step === undefined || event.target.matches("input:not([type=checkbox])")) return;
    const next = row ? Number(row.dataset.index) + step : 0;
    if (next < 0 || next >= count) return;
    event.preventDefault();
    bringIntoSight(next);
    requestAnimationFrame(() => {
      const inNext = `tr[data-index="${next}"] :is(a, input)`;
      const links = scroller.querySelectorAll<HTMLElement>(inNext);
      const sameKind = event.target instanceof HTMLInputElement ? "INPUT" : "A";
      (Array.from(links).find((element) => element.tagName === sameKind) ?? links[0])?.focus();
    });
  };
}
