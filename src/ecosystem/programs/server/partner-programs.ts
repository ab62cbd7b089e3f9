import { sql } from "kysely";
import { changed, maybe, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import { fromPublicId, toPublicId } from "#platform/ids.ts";
import { conflict, notFound } from "#platform/problem.ts";
import { principalOf } from "../../people/index.ts";
import * as contract from "../contract.ts";
import { programYearOf } from "../year.ts";
import { countAcknowledged, givenIn } from "./acknowledgements.ts";
import { allEnrolledOn, type Enrolled } from "./enrolled.ts";
import { type LeftOut, leftOutOf } from "./left-out.ts";
import { load } from "./load.ts";
import { type PublishedVersion, programsOn, versionsOf } from "./versions.ts";

/** The programs that a partner is in today, each with its own track; and those that somebody left it out of. */
export async function listPartnerPrograms(
  tx: Tx,
  publicId: string,
): Promise<{ items: contract.PartnerProgram[]; left: contract.LeftProgram[] }> {
  const partnerId = await findPartner(tx, publicId);
  const leftOut = await leftOutOf(tx, partnerId);
  const items: contract.PartnerProgram[] = [];
  const left: contract.LeftProgram[] = [];
  for (const { version, enrolled } of await allEnrolledOn(tx, { day: tx.today(), partnerIds: [partnerId] })) {
    const own = enrolled.get(partnerId);
    if (own !== undefined) items.push(await present(tx, partnerId, version, own));
    const out = leftOut.find(({ programId }) => programId === version.programId);
    if (out !== undefined) left.push(presentLeft(version, out));
  }
  return { items, left };
}

function presentLeft(
  { programId, programName, document }: PublishedVersion,
  { since, until, reason }: LeftOut,
): contract.LeftProgram {
  const program = { id: toPublicId("prg", programId), name: programName, label: document.label };
  return { program, since, until, reason };
}

/** A program whose running year members have not acknowledged, and the day since which they could. */
export interface OpenYear {
  programId: string;
  partners: number;
  since: string;
}

/** The programs whose running year is not acknowledged by all of their members, or by all of some partners. */
export async function openYears(tx: Tx, partnerIds?: readonly string[]): Promise<OpenYear[]> {
  const day = tx.today();
  if (!(await programsOn(tx, day)).some(({ document }) => document.acknowledge)) return [];
  const { year, from } = programYearOf(day, tx.vendor.fiscalYearStartMonth);
  const open: OpenYear[] = [];
  const wanted = partnerIds === undefined ? { day } : { day, partnerIds };
  for (const { version, enrolled } of await allEnrolledOn(tx, wanted)) {
    if (!version.document.acknowledge) continue;
    const given = await countAcknowledged(tx, version.programId, year, [...enrolled.keys()]);
    if (given >= enrolled.size) continue;
    const [, since = from] = [version.effectiveFrom, from].sort();
    open.push({ programId: version.programId, partners: enrolled.size - given, since });
  }
  return open;
}

/** Acknowledges the program year that runs, once for the company. @throws Problem 404, 409 where nothing is asked */
export async function acknowledge(
  tx: Tx,
  partnerPublicId: string,
  programPublicId: string,
): Promise<contract.PartnerProgram> {
  const partnerId = await findPartner(tx, partnerPublicId);
  const program = await load(tx, programPublicId);
  const item = (await listPartnerPrograms(tx, partnerPublicId)).items.find(
    ({ program: { id } }) => id === programPublicId,
  );
  if (item === undefined) throw notFound("program");
  if (!item.document.acknowledge) {
    throw conflict("not-asked", `${item.document.label} does not ask for an acknowledgement.`);
  }
  const done = await changed(
    tx,
    sql`insert into program_acknowledgement (vendor_id, program_id, partner_id, program_year, version_id, acknowledged_by, acknowledged_at)
      select ${tx.vendorId}::uuid, ${program.id}::uuid, ${partnerId}::uuid, ${item.year.year}::integer, v.id,
        ${tx.actor.membershipId}::uuid, ${tx.now().toString()}::timestamptz
      from program_version v where v.vendor_id = ${tx.vendorId} and v.program_id = ${program.id} and v.version = ${item.version}
      on conflict do nothing`,
  );
  if (done > 0) {
    await record(
      tx,
      contract.events.programAcknowledged,
      { subject: { kind: "program", id: program.id }, partnerId },
      { name: program.name, year: item.year.year },
    );
  }
  const after = (await listPartnerPrograms(tx, partnerPublicId)).items.find(
    ({ program: { id } }) => id === programPublicId,
  );
  if (after === undefined) throw notFound("program");
  return after;
}

/** A partner whose programs are the actor's to see: its own, or any on the vendor's side. */
async function findPartner(tx: Tx, publicId: string): Promise<string> {
  const id = fromPublicId("par", publicId, "partner");
  const { actor } = tx;
  const hidden = actor.databaseRole === "hanse_partner" && !actor.reach.own.includes(id);
  const found = await maybe(tx, sql`select 1 from partner where vendor_id = ${tx.vendorId} and id = ${id}`);
  if (hidden || found === null) throw notFound("partner");
  return id;
}

async function present(
  tx: Tx,
  partnerId: string,
  version: PublishedVersion,
  { track, how }: Enrolled,
): Promise<contract.PartnerProgram> {
  const year = programYearOf(tx.today(), tx.vendor.fiscalYearStartMonth);
  const given = (await givenIn(tx, version.programId, year.year, [partnerId])).get(partnerId);
  const next = (await versionsOf(tx, version.programId)).at(-1);
  const { criteria: _, tracks: __, ...document } = version.document;
  return {
    program: { id: toPublicId("prg", version.programId), name: version.programName },
    version: version.version,
    effectiveFrom: version.effectiveFrom,
    document,
    track,
    how,
    next:
      next === undefined || next.id === version.id
        ? null
        : { version: next.version, effectiveFrom: next.effectiveFrom },
    year,
    acknowledged: given === undefined ? null : { by: given.by, at: given.acknowledged_at.toString() },
    canAcknowledge:
      document.acknowledge && given === undefined && principalOf(tx).can.has("program.acknowledge"),
  };
}
