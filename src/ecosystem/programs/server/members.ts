import { type RawBuilder, sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import type { QueryOf } from "#platform/http/endpoint.ts";
import { page } from "#platform/http/list.ts";
import { toPublicId } from "#platform/ids.ts";
import type { Day } from "#platform/time/day.ts";
import { typesOn } from "../../partner-types/index.ts";
import * as contract from "../contract.ts";
import { enrolledOn } from "./enrolled.ts";
import { load } from "./load.ts";
import { versionOn } from "./versions.ts";

/** What features above know of a program. */
export interface ProgramServices {
  /** The levels that hold on a day for some of a program's partners; who is missing is in no review yet. */
  levelsOn: (
    tx: Tx,
    programId: string,
    day: Day,
    partnerIds: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>;
}

/** The partners that are in a program today, by name. */
export async function listMembers(
  tx: Tx,
  { levelsOn }: ProgramServices,
  programId: string,
  query: QueryOf<typeof contract.listProgramMembers>,
): Promise<{ items: contract.ProgramMember[]; nextCursor: string | null }> {
  const program = await load(tx, programId);
  const enrolled = await enrolledOn(tx, { programId: program.id, day: tx.today() });
  const types = await typesOn(tx, { day: tx.today() });
  const shown = [...enrolled].filter(
    ([id, { track, how }]) =>
      (query.type === undefined || types.get(id)?.includes(query.type) === true) &&
      (query.track === undefined || track.key === query.track) &&
      (query.how === undefined || how === query.how),
  );
  const wanted = shown.map(([id]) => id);
  const found = await listNamed(tx, wanted, query);
  const version = await versionOn(tx, program.id, tx.today());
  const base = version?.document.ladder == null ? null : (contract.levelsOf(version.document)[0] ?? null);
  const listed = found.rows.map(({ id }) => id);
  const levels = base === null ? null : await levelsOn(tx, program.id, tx.today(), listed);
  return {
    items: found.rows.flatMap(({ id, name }) => {
      const one = enrolled.get(id);
      if (one === undefined) return [];
      const { key, label } = one.track;
      const partner = { id: toPublicId("par", id), name };
      const level = levels?.get(id) ?? base;
      return [{ partner, types: types.get(id) ?? [], track: { key, label }, level, how: one.how }];
    }),
    nextCursor: found.nextCursor,
  };
}

interface NamedRow {
  id: string;
  name: string;
  sort_name: string;
}

/** Partners of these ids by name, a page of them. */
export async function listNamed(
  tx: Tx,
  ids: readonly string[],
  query: { cursor?: string; limit?: number; search?: string },
) {
  const wanted = page<NamedRow>(
    [
      { expression: sql`p.sort_name`, type: "text", direction: "asc", value: (row) => row.sort_name },
      { expression: sql`p.id`, type: "uuid", direction: "asc", value: (row) => row.id },
    ],
    query,
  );
  return wanted.finish(
    await rows(
      tx,
      sql<NamedRow>`select p.id, p.name, p.sort_name from partner p
        where p.vendor_id = ${tx.vendorId} and p.id = any (${[...ids]}::uuid[]) and ${named(query.search)} and ${wanted.after}
        order by ${wanted.orderBy} limit ${wanted.limit}`,
    ),
  );
}

function named(search: string | undefined): RawBuilder<boolean> {
  if (search === undefined || search.trim() === "") return sql`true`;
  return sql`position(lower(${search.trim()}) in p.sort_name) > 0`;
}
