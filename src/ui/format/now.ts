import { useEffect, useState, useSyncExternalStore } from "react";

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

/** Whole seconds until an instant, counted down each second; 0 once it is over. */
export function useSecondsUntil(instant: string): number {
  const [now, setNow] = useState(readClock);
  useEffect(() => {
    const timer = setInterval(() => setNow(readClock()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((Date.parse(instant) - now) / 1000));
}

/** The calendar day, `2026-03-31`, that it is in a zone so many days from now. */
export function dayInZone(nowMs: number, timeZone: string, daysOn = 0): string {
  const there = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(nowMs);
  const noon = Date.parse(`${there}T12:00:00Z`);
  return new Date(noon + daysOn * 86_400_000).toISOString().slice(0, 10);
}

/** The hour, 0 to 23, that it is in a zone, or where the device is. */
export function hourInZone(nowMs: number, timeZone?: string): number {
  const there = { hour: "2-digit", hourCycle: "h23", ...(timeZone && { timeZone }) } as const;
  return Number(new Intl.DateTimeFormat("en", there).format(nowMs));
}
