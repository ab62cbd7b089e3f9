import type { Say } from "#platform/log.ts";

/** The life of this process: what has to be done before it may end, and that it is done once. */
export interface Life {
  /** True from the moment at which the end began. */
  ending(): boolean;
  /** Adds a step of the end; what was added last is done first. */
  atEnd(step: () => Promise<void>): void;
  /** Does the steps and ends the process. */
  end(code: number): Promise<void>;
}

/** Steps that take longer than this altogether are not waited for. */
const endWithinMs = 40_000;
/** Ctrl-C reaches a program that npm started twice, at once: by the terminal and by npm. */
const sameSignalMs = 1_000;

/**
 * Ends the process in order when a signal asks for it, and on an error that nobody caught. A second signal ends it
 * at once; the next start then finds what was left behind.
 */
export function createLife(say: Say): Life {
  const steps: (() => Promise<void>)[] = [];
  let began: number | null = null;

  const end = async (code: number): Promise<void> => {
    if (began !== null) return;
    began = performance.now();
    setTimeout(() => process.exit(1), endWithinMs).unref();
    let failed = false;
    for (const step of steps.toReversed()) {
      await step().catch((error: unknown) => {
        failed = true;
        say("Stopping in order failed.", error);
      });
    }
    process.exit(failed ? 1 : code);
  };

  const told = () => {
    if (began === null) {
      say("Stopping: finishing what is going on. A second signal stops at once.");
      void end(0);
    } else if (performance.now() - began > sameSignalMs) {
      process.exit(1);
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, told);

  const broken = (error: unknown) => {
    // What breaks off while we stop was stopped by us.
    if (began !== null) return;
    say("An error that nobody expected ended the process.", error);
    void end(1);
  };
  process.on("uncaughtException", broken);
  process.on("unhandledRejection", broken);

  return { ending: () => began !== null, atEnd: (step) => steps.push(step), end };
}
