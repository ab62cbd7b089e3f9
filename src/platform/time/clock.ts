/** Where the current instant comes from. It is passed to whoever needs it; nothing else asks the machine. */
export interface Clock {
  now(): Temporal.Instant;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that stands still until it is moved: for tests, and to play past months in order. */
export interface ManualClock extends Clock {
  set(instant: Temporal.Instant | string): void;
  advance(by: Temporal.DurationLike): void;
}

/** A clock that shows `start` (RFC 3339 when text) until it is set or advanced. */
export function manualClock(start: Temporal.Instant | string): ManualClock {
  let instant = Temporal.Instant.from(start);
  return {
    now: () => instant,
    set: (to) => {
      instant = Temporal.Instant.from(to);
    },
    advance: (by) => {
      instant = instant.add(by);
    },
  };
}
