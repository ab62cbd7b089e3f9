import { type KeyboardEvent, useRef } from "react";

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };
const framesToWait = 5;

/** Moves from row to row with the arrows (or j and k), and marks with x; Enter follows the row's link by itself. */
export function useRowKeys(count: number, bringIntoSight: (index: number) => void) {
  // Where the focus is going: keys come faster than rows are drawn.
  const heading = useRef<number | null>(null);

  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const scroller = event.currentTarget;
    const row = event.target.closest<HTMLElement>("tr[data-index]");
    if (event.key === "x" && row) return checkboxOf(row)?.click();
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const from = heading.current ?? (row ? Number(row.dataset.index) : -1);
    const next = Math.min(Math.max(from + step, 0), count - 1);
    heading.current = next;
    bringIntoSight(next);
    const wantsCheckbox = event.target instanceof HTMLInputElement;
    focusOnceDrawn(scroller, next, wantsCheckbox, framesToWait, () => {
      if (heading.current === next) heading.current = null;
    });
  };
}

function checkboxOf(row: Element): HTMLInputElement | null {
  return row.querySelector<HTMLInputElement>('input[type="checkbox"]');
}

/** A row that was out of sight is drawn some frames after it was scrolled to. */
function focusOnceDrawn(
  scroller: Element,
  index: number,
  checkbox: boolean,
  frames: number,
  done: () => void,
) {
  requestAnimationFrame(() => {
    const row = scroller.querySelector(`tr[data-index="${index}"]`);
    const target = row && ((checkbox ? checkboxOf(row) : null) ?? row.querySelector<HTMLElement>("a, input"));
    if (target || frames === 0) {
      target?.focus({ preventScroll: true });
      return done();
    }
    focusOnceDrawn(scroller, index, checkbox, frames - 1, done);
  });
}
