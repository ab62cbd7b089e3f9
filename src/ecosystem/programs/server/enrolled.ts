import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import type { Day } from "#platform/time/day.ts";
import { typesOn } from "../../partner-types/index.ts";
import { chainOf, placesOf, regionTree } from "../../places/index.ts";
import { specializationsOn } from "../../specializations/index.ts";
import type { ProgramDocument, Track } from "../document.ts";
import { meetsCriteria, trackOf, type Who } from "../tracks.ts";
import { type PublishedVersion, programsOn, versionOn } from "./versions.ts";

/** That a partner is in a program, on which track, and whether by the criteria or because somebody said so. */
export interface Enrolled {
  track: Track;
  how: "criteria" | "included";
}

/**
 * Who is in a program on a day, by the version then in force or by a `document` in its place (a draft, for a
 * back-test): a handful of statements for all partners, or for some. Empty where no version is in force. On the partner
 * side it is right for the actor's own partners alone, which the caller names.
 */
export async function enrolledOn(
  tx: Tx,
  wanted: { programId: string; day: Day; partnerIds?: readonly string[]; document?: ProgramDocument },
): Promise<Map<string, Enrolled>> {
  const document = wanted.document ?? (await versionOn(tx, wanted.programId, wanted.day))?.document;
  if (document === undefined) return new Map();
  const decided = await decisionsOn(tx, [wanted.programId], wanted.day);
  const whoIs = await whoOn(tx, wanted.day, wanted.partnerIds);
  return placed(document, whoIs, decided.get(wanted.programId));
}

/** A version in force and who is in the program by it. */
export interface InForce {
  version: PublishedVersion;
  enrolled: Map<string, Enrolled>;
}

/** The same for all programs that have a version in force on a day: as many statements as for one of them. */
export async function allEnrolledOn(
  tx: Tx,
  wanted: { day: Day; partnerIds?: readonly string[] },
): Promise<InForce[]> {
  const versions = await programsOn(tx, wanted.day);
  if (versions.length === 0) return [];
  const ids = versions.map(({ programId }) => programId);
  const decided = await decisionsOn(tx, ids, wanted.day);
  const whoIs = await whoOn(tx, wanted.day, wanted.partnerIds);
  return versions.map((version) => ({
    version,
    enrolled: placed(version.document, whoIs, decided.get(version.programId)),
  }));
}

type Decisions = ReadonlyMap<string, "included" | "excluded">;

function placed(
  document: ProgramDocument,
  whoIs: ReadonlyMap<string, Who>,
  decided: Decisions | undefined,
): Map<string, Enrolled> {
  const enrolled = new Map<string, Enrolled>();
  for (const [partnerId, who] of whoIs) {
    const how = decided?.get(partnerId) ?? (meetsCriteria(document.criteria, who) ? "criteria" : "excluded");
    const track = how === "excluded" ? null : trackOf(document, who);
    if (how !== "excluded" && track !== null) enrolled.set(partnerId, { track, how });
  }
  return enrolled;
}

/** What decides the place of each partner in any program on a day: its types, country and specializations. */
async function whoOn(tx: Tx, day: Day, partnerIds: readonly string[] | undefined): Promise<Map<string, Who>> {
  const asked = partnerIds === undefined ? sql`true` : sql`id = any (${[...partnerIds]}::uuid[])`;
  const partners = await rows(
    tx,
    sql<{ id: string }>`select id from partner where vendor_id = ${tx.vendorId} and ${asked}`,
  );
  const wanted = { day, ...(partnerIds === undefined ? {} : { partnerIds }) };
  const types = await typesOn(tx, wanted);
  const places = await placesOf(tx, wanted);
  const specializations = await specializationsOn(tx, day, partnerIds);
  const tree = await regionTree(tx);
  return new Map(
    partners.map(({ id }) => {
      const country = places.get(id)?.main?.country ?? null;
      const held = { types: types.get(id) ?? [], specializations: specializations.get(id) ?? [] };
      return [id, { ...held, country, chain: chainOf(tree, country) }];
    }),
  );
}

/** What somebody decided by name, program by program, as it holds on the day. */
async function decisionsOn(tx: Tx, programIds: readonly string[], day: Day): Promise<Map<string, Decisions>> {
  const found = await rows(
    tx,
    sql<{
      program_id: string;
      partner_id: string;
      kind: "included" | "excluded";
    }>`select program_id, partner_id, kind from program_enrolment
      where vendor_id = ${tx.vendorId} and program_id = any (${[...programIds]}::uuid[]) and effective_from <= ${day.toString()}::date
        and (effective_until is null or effective_until > ${day.toString()}::date)`,
  );
  return new Map(
    programIds.map((id) => [
      id,
      new Map(found.flatMap((row) => (row.program_id === id ? [[row.partner_id, row.kind] as const] : []))),
    ]),
  );
}
