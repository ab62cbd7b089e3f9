const everyMs = 1_000;

/** A sign of life that long work gives every second, whatever it is busy with. */
export interface Pulse {
  /** Throws when a beat was answered with a reason to end. */
  check(): void;
  /** The last beat is over when it resolves. */
  stop(): Promise<void>;
}

/**
 * Calls `beat` now and then every second until it is stopped. What it throws is kept and thrown by the next `check`;
 * a beat that is slow is not overtaken.
 */
export async function startPulse(beat: () => Promise<void>): Promise<Pulse> {
  let reason: { error: unknown } | null = null;
  let running: Promise<void> = Promise.resolve();
  let idle = true;
  const once = async () => {
    idle = false;
    try {
      await beat();
    } catch (error) {
      reason ??= { error };
    }
    idle = true;
  };
  await beat();
  const timer = setInterval(() => {
    if (idle) running = once();
  }, everyMs);
  return {
    check() {
      if (reason !== null) throw reason.error;
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
