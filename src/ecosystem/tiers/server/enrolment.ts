import type { Tx } from "#platform/database/tx.ts";

/** Who takes part in a program. */
export interface Enrolment {
  /** Those enrolled on a day; null: everybody. */
  on(day: string): Promise<ReadonlySet<string> | null>;
}

export async function loadEnrolment(
  _tx: Tx,
  _programId: string,
  _partnerIds: readonly string[] | undefined,
): Promise<Enrolment> {
  return { on: async () => null };
}
