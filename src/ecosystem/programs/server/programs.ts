import type { Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { conflict, invalid, notFound, Problem } from "#platform/problem.ts";
import { parseDay } from "#platform/time/day.ts";
import { daysOfQuarter, quarterOf } from "#platform/time/quarter.ts";
import { putTexts } from "../../texts/index.ts";
import * as contract from "../contract.ts";
import { termsForEveryone } from "../document.ts";
import type { Ladder } from "../ladder.ts";
import { textsOf, textsRef } from "../texts.ts";
import { readLadder } from "../tier.ts";
import * as store from "./store.ts";

/** @throws Problem 404 */
export async function load(tx: Tx, publicId: string): Promise<store.ProgramRow> {
  const row = await store.findProgramRow(tx, fromPublicId("prg", publicId, "program"));
  if (row === null) throw notFound("program");
  return row;
}

export async function listPrograms(tx: Tx, query: { cursor?: string; limit?: number }) {
  const { rows, nextCursor } = await store.listProgramRows(tx, query);
  return { items: await present(tx, rows), nextCursor };
}

export async function listVersions(tx: Tx, programId: string, query: { cursor?: string; limit?: number }) {
  const program = await load(tx, programId);
  const { rows, nextCursor } = await store.listVersionRows(tx, { ...query, programId: program.id });
  return { items: rows.map(presentVersion), nextCursor };
}

/** Begins a program with its first ladder. @throws Problem 409 `name-taken`, 422 `invalid-ladder` */
export async function createProgram(
  tx: Tx,
  wanted: BodyOf<typeof contract.createProgram>,
): Promise<contract.Program> {
  await store.lockPrograms(tx);
  const id = newId();
  if (!(await store.insertProgram(tx, id, wanted.name))) {
    throw conflict("name-taken", `There is a program named "${wanted.name}" already.`);
  }
  await publish(tx, { id, name: wanted.name }, wanted);
  const [program] = await present(tx, [await load(tx, toPublicId("prg", id))]);
  if (program === undefined) throw notFound("program");
  return program;
}

/** Publishes the next version of a program's ladder; quarters that begin on its day or later go by it. */
export async function publishVersion(
  tx: Tx,
  programId: string,
  wanted: BodyOf<typeof contract.publishProgramVersion>,
): Promise<contract.ProgramVersion> {
  await store.lockPrograms(tx);
  const program = await load(tx, programId);
  const version = await publish(tx, program, wanted);
  return presentVersion(await store.findVersionRow(tx, program.id, version));
}

async function publish(
  tx: Tx,
  program: { id: string; name: string },
  wanted: { ladder: Ladder; effectiveFrom: string },
): Promise<number> {
  const effectiveFrom = parseDay(wanted.effectiveFrom, "/effectiveFrom").toString();
  const ladder = checked(wanted.ladder);
  await keepLadderName(tx, program, ladder);
  const version = await store.insertVersion(tx, {
    programId: program.id,
    label: program.name,
    ladder,
    effectiveFrom,
  });
  await putTexts(
    tx,
    { ref: textsRef(toPublicId("prg", program.id)), link: "/plans/tiers" },
    textsOf(program.name, { ...termsForEveryone(program.name), ladder }),
  );
  await record(
    tx,
    contract.events.programPublished,
    { subject: { kind: "program", id: program.id } },
    { name: program.name, version, effectiveFrom },
  );
  return version;
}

/** What is wrong with the ladder, pointed at where it stands in the request. */
function checked(ladder: Ladder): Ladder {
  try {
    return readLadder(ladder);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw error.within("/ladder");
  }
}

/** Plans name a ladder by its key, so a key belongs to one program and a program keeps it. */
async function keepLadderName(tx: Tx, program: { id: string }, ladder: Ladder): Promise<void> {
  const holder = await store.programOfLadder(tx, ladder.name);
  if (holder !== null && holder.id !== program.id) {
    throw invalid(
      "/ladder/name",
      `"${ladder.name}" is the ladder of the program ${holder.name}. Choose another key.`,
    );
  }
  const { rows: known } = await store.listVersionRows(tx, { programId: program.id, limit: 1 });
  const kept = known[0]?.ladder.name;
  if (kept !== undefined && kept !== ladder.name) {
    throw invalid("/ladder/name", `Plans know this ladder as "${kept}". Keep that key.`);
  }
}

async function present(tx: Tx, programs: readonly store.ProgramRow[]): Promise<contract.Program[]> {
  const ids = programs.map((program) => program.id);
  const current = await store.versionsOn(tx, ids, daysOfQuarter(quarterOf(tx.today())).from.toString());
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
      createdAt: program.created_at.toString(),
    };
  });
}

function presentVersion(row: store.VersionRow): contract.ProgramVersion {
  return {
    id: toPublicId("prv", row.id),
    version: row.version,
    effectiveFrom: row.effective_from,
    ladder: row.ladder,
    publishedBy: row.published_by,
    publishedAt: row.published_at.toString(),
  };
}
