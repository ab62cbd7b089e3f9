/**
 * Starts `n` callers at once and answers what each of them got, in their order; `act` is told which one it is. Each
 * comes over a connection of its own to the server, and is served over one of its own to the database.
 */
export async function race<T>(n: number, act: (caller: number) => Promise<T>): Promise<T[]> {
  const start = Promise.withResolvers<void>();
  const callers = Array.from({ length: n }, async (_none, caller) => {
    await start.promise;
    return act(caller);
  });
  start.resolve();
  return Promise.all(callers);
}

/** How many answers had which status, such as `{ 201: 1, 409: 7 }`. */
export function tally(answers: readonly { status: number }[]): Record<number, number> {
  const counted: Record<number, number> = {};
  for (const { status } of answers) counted[status] = (counted[status] ?? 0) + 1;
  return counted;
}
