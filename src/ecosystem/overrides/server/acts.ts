import { isCountry } from "#platform/countries.ts";
import type { Tx } from "#platform/database/tx.ts";
import type { EventType } from "#platform/events/event.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { fromPublicId } from "#platform/ids.ts";
import { conflict, invalid, notFound } from "#platform/problem.ts";
import { compareDays, parseDay } from "#platform/time/day.ts";
import { keepRegions, regionTree } from "../../places/index.ts";
import { events, type ProgramOverride, type proposeOverride } from "../contract.ts";
import type { Override } from "../effective.ts";
import { chainOfPlace, contradictionOf } from "../ladder-at.ts";
import { checkValue } from "../override.ts";
import { isSame, type ParameterValue } from "../value.ts";
import { type Framework, frameworkOn, type OverrideServices } from "./framework.ts";
import { overridesOf } from "./in-force.ts";
import { present } from "./present.ts";
import * as store from "./store.ts";

/** Nothing lies so far ahead that nobody looks at it again. */
const longestYears = 5;

/**
 * Proposes an override; whoever may approve it approves it with it.
 * @throws Problem 404, 409 `override-in-the-way`, 422 for what is not on the list, a place that is not there, a value of
 * the wrong kind, days that do not follow each other, or levels that would contradict each other
 */
export async function propose(
  tx: Tx,
  services: OverrideServices,
  publicId: string,
  body: BodyOf<typeof proposeOverride>,
): Promise<ProgramOverride> {
  const programId = fromPublicId("prg", publicId, "program");
  await store.lockOverrides(tx, programId);
  await keepRegions(tx);
  const { from, until } = daysOf(tx, body);
  const framework = await frameworkOn(tx, services, programId, parseDay(from));
  const parameter = framework.parameters.find(({ key }) => key === body.parameter);
  if (parameter === undefined)
    throw invalid(
      "/parameter",
      "This is not on the list of what may be said otherwise. Choose a level's threshold, a benefit's value, the days of protection, or a track's agreements or content.",
    );
  checkValue(parameter, body.value);
  const given = { ...body, programId, from, until, scope: await placeOf(tx, body.scope) };
  const before = await store.findInTheWay(tx, given);
  if (before !== null) throw inTheWay(before);
  await refuseContradiction(tx, framework, given);
  await refuseRepetition(tx, framework, given);
  const { actor } = tx;
  const approved = actor.membershipId !== null && actor.can.has("program-override.approve");
  const row = await load(tx, await store.insertOverride(tx, { ...given, approved }));
  await tell(tx, row, approved ? events.overrideApproved : events.overrideProposed);
  return present(tx, row, framework.parameters);
}

function daysOf(tx: Tx, body: { from: string; until: string }): { from: string; until: string } {
  const from = parseDay(body.from, "/from");
  const until = parseDay(body.until, "/until");
  if (compareDays(until, from) <= 0)
    throw invalid("/until", "It ends before it begins. Choose a last day after the first.");
  if (compareDays(until, tx.today()) <= 0)
    throw invalid("/until", "These days have passed. What was computed by them stands.");
  if (compareDays(from, tx.today()) < 0)
    throw invalid("/from", "What was computed until today stands. Begin today or later.");
  if (compareDays(until, from.add({ years: longestYears })) > 0)
    throw invalid("/until", `Choose at most ${longestYears} years, so that somebody looks at it again.`);
  return { from: from.toString(), until: until.toString() };
}

async function placeOf(tx: Tx, scope: { kind: "country" | "region"; key: string }) {
  if (scope.kind === "country") {
    if (!isCountry(scope.key))
      throw invalid("/scope/key", `"${scope.key}" is not a country. Write its two letters, such as DE.`);
    return { ...scope, label: scope.key };
  }
  const region = (await regionTree(tx)).regions.get(scope.key);
  if (region === undefined)
    throw invalid("/scope/key", "There is no such region. Enter it among the regions in the settings first.");
  return { ...scope, label: region.name };
}

function inTheWay(row: store.OverrideRow) {
  const until = row.ended_on ?? row.effective_until;
  return conflict(
    "override-in-the-way",
    `${row.scope_label} says something else of it from ${row.effective_from} until ${until} already. Choose other days, or end that one first.`,
    { overrideId: row.id },
  );
}

/** Refuses what says nothing: what the program says to all on all these days, where nobody above the place says otherwise. */
async function refuseRepetition(tx: Tx, framework: Framework, given: Given): Promise<void> {
  const { parameter, scope, value, from, until } = given;
  const toAll = framework.saysUntil(parameter, until);
  if (toAll.length === 0 || !toAll.every((said) => said !== null && isSame(said, value))) return;
  const above = chainOfPlace(await regionTree(tx), scope).slice(1);
  const overruled = (await overridesOf(tx, given.programId)).some(
    (one) =>
      one.parameter === parameter &&
      one.from < until &&
      one.until > from &&
      above.some(({ kind, key }) => kind === one.scope.kind && key === one.scope.key),
  );
  if (!overruled)
    throw invalid("/value", "The program says that to all already. Write what is otherwise there.");
}

type Given = Pick<Override, "scope" | "parameter" | "from" | "until"> & {
  programId: string;
  value: ParameterValue;
};

/** Refuses thresholds by which, somewhere and some day, a level would ask for no more than the one below it. */
async function refuseContradiction(tx: Tx, framework: Framework, given: Given): Promise<void> {
  if (!given.parameter.startsWith("threshold:")) return;
  const fresh: Override = { ...given, id: "", scopeLabel: "", reason: "", approvedBy: "" };
  const tree = await regionTree(tx);
  const others = (await overridesOf(tx, given.programId)).filter(({ until }) => until > given.from);
  for (const ladder of framework.laddersUntil(given.until)) {
    const found = contradictionOf(ladder, tree, fresh, others);
    if (found === null) continue;
    const place = tree.regions.get(found.scope.key)?.name ?? found.scope.key;
    throw invalid(
      "/value",
      `In ${place} the levels would contradict each other from ${found.on} on. ${found.sentence}`,
    );
  }
}

/**
 * Approves a proposal, which has been checked when it was made and is checked again.
 * @throws Problem 404, 409 where it is decided, its days have passed, or the levels would contradict each other by now
 */
export async function approve(
  tx: Tx,
  services: OverrideServices,
  publicId: string,
): Promise<ProgramOverride> {
  const row = await lockAndLoad(tx, publicId);
  if (row.state !== "proposed") throw decidedAlready();
  if (row.effective_until <= tx.today().toString())
    throw conflict(
      "days-passed",
      "Its days have passed while it waited. Decline it, and propose other days.",
    );
  const first = Temporal.PlainDate.from(row.effective_from);
  const from = compareDays(first, tx.today()) < 0 ? tx.today() : first;
  const framework = await frameworkOn(tx, services, row.program_id, from);
  await refuseContradiction(tx, framework, {
    programId: row.program_id,
    scope: { kind: row.scope_kind, key: row.scope_key },
    parameter: row.parameter,
    value: row.value,
    from: from.toString(),
    until: row.effective_until,
  });
  return decided(tx, services, row, "approved", null);
}

/** @throws Problem 404, 409 where it is decided already */
export async function decline(
  tx: Tx,
  services: OverrideServices,
  publicId: string,
  reason: string,
): Promise<ProgramOverride> {
  return decided(tx, services, await lockAndLoad(tx, publicId), "declined", reason);
}

/** Takes a proposal back, by those who propose. @throws Problem 404, 409 where it is decided already */
export async function withdraw(
  tx: Tx,
  services: OverrideServices,
  publicId: string,
): Promise<ProgramOverride> {
  return decided(tx, services, await lockAndLoad(tx, publicId), "withdrawn", null);
}

async function decided(
  tx: Tx,
  services: OverrideServices,
  row: store.OverrideRow,
  state: "approved" | "declined" | "withdrawn",
  reason: string | null,
): Promise<ProgramOverride> {
  if (!(await store.decide(tx, row.id, state, reason))) throw decidedAlready();
  const types = {
    approved: events.overrideApproved,
    declined: events.overrideDeclined,
    withdrawn: events.overrideWithdrawn,
  };
  await tell(tx, row, types[state], reason);
  return read(tx, services, row.id);
}

function decidedAlready() {
  return conflict("decided-already", "Somebody has decided it already.");
}

/** Ends it before its time. @throws Problem 404, 409 where it is over, 422 for a day that has passed */
export async function end(
  tx: Tx,
  services: OverrideServices,
  publicId: string,
  { on, reason }: { on: string; reason: string },
): Promise<ProgramOverride> {
  const row = await lockAndLoad(tx, publicId);
  const day = parseDay(on, "/on");
  if (compareDays(day, tx.today()) < 0)
    throw invalid("/on", "What was computed until today stands. Choose today or a later day.");
  if (row.state === "approved" && row.ended_on === null && on >= row.effective_until)
    throw invalid("/on", "It ends by then anyway. Choose a day before that.");
  if (!(await store.end(tx, row.id, on, reason)))
    throw conflict("not-in-force", "It is not in force: it was never approved, or it is over.");
  await tell(tx, row, events.overrideEnded, reason);
  return read(tx, services, row.id);
}

/** Tells, each once, of overrides that end within the days in which they are warned of. */
export async function tellEnding(tx: Tx): Promise<void> {
  for (const row of await store.markEnding(tx)) {
    await record(
      tx,
      events.overrideEnding,
      { subject: { kind: "program-override", id: row.id } },
      {
        program: row.program_name,
        scope: row.scope_label,
        parameter: row.parameter,
        until: row.effective_until,
      },
    );
  }
}

export async function read(tx: Tx, services: OverrideServices, id: string): Promise<ProgramOverride> {
  const row = await load(tx, id);
  const { parameters } = await frameworkOn(tx, services, row.program_id, tx.today());
  return present(tx, row, parameters);
}

async function load(tx: Tx, id: string): Promise<store.OverrideRow> {
  const row = await store.findOverride(tx, id);
  if (row === null) throw notFound("override");
  return row;
}

async function lockAndLoad(tx: Tx, publicId: string): Promise<store.OverrideRow> {
  const id = fromPublicId("ovr", publicId, "override");
  const { program_id } = await load(tx, id);
  await store.lockOverrides(tx, program_id);
  return load(tx, id);
}

async function tell(
  tx: Tx,
  row: store.OverrideRow,
  type: EventType,
  reason: string | null = null,
): Promise<void> {
  await record(
    tx,
    type,
    { subject: { kind: "program-override", id: row.id } },
    {
      program: row.program_name,
      scope: row.scope_label,
      parameter: row.parameter,
      ...(reason !== null && { reason }),
    },
  );
}
