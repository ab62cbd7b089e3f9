import type { Tx } from "#platform/database/tx.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { newId, toPublicId } from "#platform/ids.ts";
import { conflict, notFound } from "#platform/problem.ts";
import { principalOf } from "../../people/index.ts";
import { comparePrograms, takenAway } from "../compare.ts";
import type * as contract from "../contract.ts";
import { termsForEveryone } from "../document.ts";
import { programYearOf } from "../year.ts";
import { countAcknowledged } from "./acknowledgements.ts";
import { enrolledOn } from "./enrolled.ts";
import { load, ownPrograms } from "./load.ts";
import { publishDocument } from "./publish.ts";
import * as store from "./store.ts";
import { documentOf, type PublishedVersion, versionOn, versionsOf } from "./versions.ts";

export async function listPrograms(tx: Tx, query: { cursor?: string; limit?: number }) {
  const ids = await ownPrograms(tx);
  const { rows, nextCursor } = await store.listProgramRows(tx, {
    ...query,
    ...(ids === null ? {} : { ids }),
  });
  return { items: await present(tx, rows), nextCursor };
}

export async function listVersions(tx: Tx, programId: string, query: { cursor?: string; limit?: number }) {
  const program = await load(tx, programId);
  const { rows, nextCursor } = await store.listVersionRows(tx, { ...query, programId: program.id });
  const isVendor = tx.actor.databaseRole === "hanse_vendor";
  const standing = isVendor ? await versionsOf(tx, program.id) : [];
  const items = rows.map((row) => ({ ...presentVersion(row), ...followed(standing, row.version) }));
  return { items, nextCursor };
}

/** Which version one follows, and in how many points somebody may have less by it. */
function followed(standing: readonly PublishedVersion[], version: number) {
  const at = standing.findIndex((one) => one.version === version);
  const [before, after] = [standing[at - 1], standing[at]];
  if (before === undefined || after === undefined) return { follows: null, takesAway: null };
  const { ladder, terms } = takenAway(comparePrograms(before.document, after.document));
  return { follows: before.version, takesAway: ladder.length + terms.length };
}

/** A program whole: what is in force, what comes, and how many are in it. */
export async function readProgramRecord(tx: Tx, publicId: string): Promise<contract.ProgramRecord> {
  const program = await load(tx, publicId);
  const current = await versionOn(tx, program.id, tx.today());
  const next = (await versionsOf(tx, program.id)).at(-1);
  const members = await enrolledOn(tx, { programId: program.id, day: tx.today() });
  const year = programYearOf(tx.today(), tx.vendor.fiscalYearStartMonth);
  const { can } = principalOf(tx);
  return {
    id: toPublicId("prg", program.id),
    name: program.name,
    current: current === null ? null : await presentRecord(tx, current),
    next: next === undefined || next.id === current?.id ? null : await presentRecord(tx, next),
    versions: program.versions,
    hasDraft: program.has_draft,
    members: members.size,
    year,
    acknowledged: await countAcknowledged(tx, program.id, year.year, [...members.keys()]),
    can: { manage: can.has("program.manage"), enrol: can.has("program.enrol") },
  };
}

export async function readVersion(
  tx: Tx,
  publicId: string,
  version: number,
): Promise<contract.ProgramVersionRecord> {
  const program = await load(tx, publicId);
  const row = await store.findVersionRow(tx, program.id, version);
  const whole = row === null ? null : await documentOf(tx, row.id);
  if (row === null || whole === null) throw notFound("version");
  return { ...presentVersion(row), document: whole.document };
}

export async function compareVersions(
  tx: Tx,
  programId: string,
  { before, after }: { before: number; after: number },
) {
  const [one, other] = [await readVersion(tx, programId, before), await readVersion(tx, programId, after)];
  return comparePrograms(one.document, other.document);
}

/** Begins a program with its first ladder and nothing else. @throws Problem 409 `name-taken`, 422 `invalid-program` */
export async function createProgram(
  tx: Tx,
  wanted: BodyOf<typeof contract.createProgram>,
): Promise<contract.Program> {
  await store.lockPrograms(tx);
  const { id, name } = await insertProgram(tx, wanted.name);
  const document = { ...termsForEveryone(name), ladder: wanted.ladder };
  await publishDocument(tx, { id, name }, { document, effectiveFrom: wanted.effectiveFrom });
  const [program] = await present(tx, [await load(tx, toPublicId("prg", id))]);
  if (program === undefined) throw notFound("program");
  return program;
}

/** @throws Problem 409 `name-taken` */
export async function insertProgram(tx: Tx, name: string): Promise<{ id: string; name: string }> {
  const id = newId();
  if (await store.insertProgram(tx, id, name)) return { id, name };
  const errors = [
    { pointer: "/name", message: `There is a program named "${name}" already. Choose another name.` },
  ];
  throw conflict("name-taken", `There is a program named "${name}" already.`, { errors });
}

/** Publishes the next version with another ladder, all else as it is in the version before. */
export async function publishVersion(
  tx: Tx,
  programId: string,
  { ladder, effectiveFrom }: BodyOf<typeof contract.publishProgramVersion>,
): Promise<contract.ProgramVersion> {
  await store.lockPrograms(tx);
  const program = await load(tx, programId);
  const before = (await versionsOf(tx, program.id)).at(-1)?.document ?? termsForEveryone(program.name);
  const { version } = await publishDocument(tx, program, { document: { ...before, ladder }, effectiveFrom });
  return versionOf(tx, program.id, version);
}

export async function versionOf(
  tx: Tx,
  programId: string,
  version: number,
): Promise<contract.ProgramVersion> {
  const row = await store.findVersionRow(tx, programId, version);
  if (row === null) throw notFound("version");
  return presentVersion(row);
}

async function present(tx: Tx, programs: readonly store.ProgramRow[]): Promise<contract.Program[]> {
  const ids = programs.map((program) => program.id);
  const current = await store.versionsOn(tx, ids, tx.today().toString());
  const latest = await store.latestVersions(tx, ids);
  return programs.map((program) => {
    const ofProgram = (version: store.VersionRow) => version.program_id === program.id;
    const [version, newest] = [current.find(ofProgram), latest.find(ofProgram)];
    return {
      id: toPublicId("prg", program.id),
      name: program.name,
      current: version === undefined ? null : presentVersion(version),
      latest: newest === undefined ? null : presentVersion(newest),
      versions: program.versions,
      hasDraft: program.has_draft,
      createdAt: program.created_at.toString(),
    };
  });
}

async function presentRecord(tx: Tx, version: PublishedVersion): Promise<contract.ProgramVersionRecord> {
  return { ...(await versionOf(tx, version.programId, version.version)), document: version.document };
}

function presentVersion(row: store.VersionRow): contract.ProgramVersion {
  return {
    id: toPublicId("prv", row.id),
    version: row.version,
    effectiveFrom: row.effective_from,
    ladder: row.ladder,
    publishedBy: row.published_by,
    publishedAt: row.published_at.toString(),
    withdrawn:
      row.withdrawn_at === null
        ? null
        : { by: row.withdrawn_by, at: row.withdrawn_at.toString(), reason: row.withdrawn_reason ?? "" },
  };
}
