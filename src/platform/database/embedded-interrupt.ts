import { Problem } from "#platform/problem.ts";

const ending: NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs `work` so that a signal which would end the process first lets it clean up: the abort tells `work`, and when it
 * is through, the process ends by that signal after all, unless the program listens for it itself.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let received: NodeJS.Signals | undefined;
  const onSignal = (name: NodeJS.Signals) => {
    received = name;
    controller.abort(new Problem({ status: 503, type: "interrupted", detail: "The start was interrupted." }));
  };
  for (const name of ending) process.on(name, onSignal);
  try {
    return await work(controller.signal);
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    for (const name of ending) process.off(name, onSignal);
    if (received && process.listenerCount(received) === 0) process.kill(process.pid, received);
  }
}
