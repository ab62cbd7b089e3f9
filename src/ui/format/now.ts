import { useSyncExternalStore } from "react";

const tickMs = 30_000;
const listeners = new Set<() => void>();
let current = readClock();
let timer: ReturnType<typeof setInterval> | undefined;

/** The one place where the page asks the device for the time. */
function readClock(): number {
  return Date.now();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    current = readClock();
    for (const tell of listeners) tell();
  }, tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The device's time in milliseconds, told anew every half minute, so that "in 3 h" does not go stale. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => current);
}

/** The calendar day of the device, `2026-03-31`. */
export function dayOf(nowMs: number): string {
  const date = new Date(nowMs);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
