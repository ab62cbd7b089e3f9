import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { toPublicId } from "#platform/ids.ts";
import { conflict, invalid, Problem } from "#platform/problem.ts";
import { compareDays, parseDay } from "#platform/time/day.ts";
import { kindsOf } from "../../facts/index.ts";
import { type Decision, type Measure, rankOf, readLadder } from "../../ladders/contract.ts";
import { heldThroughout, overridesOf } from "../../overrides/index.ts";
import type { ProgramDocument } from "../../programs/contract.ts";
import { draftedDocument, programOf, versionOn, versionsOf } from "../../programs/index.ts";
import type { BackTestResult, backTest } from "../backTest.ts";
import { benefitCosts } from "../costs.ts";
import { type Evaluation, evaluate } from "./evaluate.ts";
import { levelsAt } from "./in-force.ts";
import { nearThresholds } from "./near.ts";
import { type Begun, publishedVersions, ruledBy } from "./versions.ts";

const longestYears = 10;
const mostMoves = 500;
const mostNear = 200;

/**
 * Replays a draft over the recorded history: from a day on it holds in place of what was published, and the same
 * function that decides live tells what it would have given. A draft is tried with the regional overrides that are to come,
 * as if they had held. Exceptions and grandfather clauses hold in both; what runs
 * have paid by holds in neither, since it is what the draft is compared with that matters. Writes nothing.
 * @throws Problem 404, 409 `nothing-to-try`, 422 for days out of order or a ladder that cannot stand
 */
export async function tryDraft(
  tx: Tx,
  publicId: string,
  body: BodyOf<typeof backTest>,
): Promise<BackTestResult> {
  const program = await programOf(tx, publicId);
  const { from, until } = daysOf(tx, body);
  const document = await triedDocument(tx, program.id, body.tried);
  const published = await publishedVersions(tx, program.id);
  const tried: Begun = { effectiveFrom: from, ruled: ruledBy(tx, { id: null, version: 0, document }) };
  const before = published.filter(({ effectiveFrom }) => effectiveFrom < from);
  const end = parseDay(until).add({ days: 1 }).toString();
  const wanted = { programId: program.id, until: end };
  const live = await evaluate(tx, { ...wanted, versions: published });
  const recorded = await overridesOf(tx, program.id);
  // What nobody was ever reviewed by is tried with the draft, which it was written for.
  const since = published.length === 0 ? from : tx.today().toString();
  const { overrides, assumed } =
    body.tried.kind === "draft"
      ? heldThroughout(recorded, { since, from })
      : { overrides: recorded, assumed: 0 };
  const draft = await evaluate(tx, { ...wanted, versions: [...before, tried], overrides });
  const days = reviewDays([live, draft], from, until);
  const names = await namesOf(tx);
  const onLast = { live: levelsAt(live, until), draft: levelsAt(draft, until) };
  const levels = levelNames(live, draft);
  const moves = movesBetween(live, draft, [...days.map(({ inForceFrom }) => inForceFrom), until], onLast);
  const nowDocument = (await versionOn(tx, program.id, parseDay(until)))?.document ?? document;
  return {
    from,
    until,
    overridesAssumed: assumed,
    unmeasured: unmeasuredIn(draft, tried),
    reviews: days.map((day) => ({
      ...day,
      levels: counted(levels, {
        live: levelsAt(live, day.inForceFrom),
        draft: levelsAt(draft, day.inForceFrom),
      }),
    })),
    levels: counted(levels, onLast),
    moves: moves
      .slice(0, mostMoves)
      .map(({ partnerId, ...move }) => ({ ...move, partner: named(names, partnerId) })),
    moved: {
      up: moves.filter(({ direction }) => direction === "up").length,
      down: moves.filter(({ direction }) => direction === "down").length,
    },
    benefits: benefitCosts(nowDocument, document, {
      live: [...onLast.live.values()],
      draft: [...onLast.draft.values()],
    }),
    near: draft.histories
      .flatMap(({ partnerId, judged }) => {
        const last = judged.at(-1);
        if (last === undefined || last.version !== tried.ruled) return [];
        return nearThresholds(last).map((near) => ({ ...near, partner: named(names, partnerId) }));
      })
      .slice(0, mostNear),
  };
}

/** The measures of which there is nothing of anybody at any review: not that partners do little, but that nothing is recorded. */
function unmeasuredIn({ histories }: Evaluation, { ruled }: Begun): BackTestResult["unmeasured"] {
  const judged = histories.flatMap((one) => one.judged.filter(({ version }) => version === ruled));
  if (ruled === null || judged.length === 0) return [];
  const isNothing = ({ key, kind }: Measure, { measured }: Decision) => {
    const amounts = Object.values(measured[key] ?? {});
    // Points are always some number; of facts, one that says 0 was recorded.
    return kind === "points" ? amounts.every((points) => points === 0n) : amounts.length === 0;
  };
  return ruled.rules.ladder.measures
    .filter((measure) => judged.every(({ decision }) => isNothing(measure, decision)))
    .map(({ key, label }) => ({ key, label }));
}

function daysOf(tx: Tx, body: BodyOf<typeof backTest>): { from: string; until: string } {
  const from = parseDay(body.from, "/from");
  const until = body.until === undefined ? tx.today() : parseDay(body.until, "/until");
  if (compareDays(until, tx.today()) > 0)
    throw invalid("/until", "Choose today or an earlier day: what comes is not recorded yet.");
  if (compareDays(until, from) < 0) throw invalid("/from", "It begins after it ends. Choose an earlier day.");
  if (compareDays(until, from.add({ years: longestYears })) > 0) {
    throw invalid("/from", `Choose a day within the last ${longestYears} years.`);
  }
  return { from: from.toString(), until: until.toString() };
}

async function triedDocument(
  tx: Tx,
  programId: string,
  tried: BodyOf<typeof backTest>["tried"],
): Promise<ProgramDocument> {
  switch (tried.kind) {
    case "draft": {
      const draft = await draftedDocument(tx, programId);
      if (draft === null)
        throw conflict(
          "nothing-to-try",
          "The program has no draft that could be tried yet. Write one first.",
        );
      return draft;
    }
    case "version": {
      const version = (await versionsOf(tx, programId)).find((one) => one.version === tried.version);
      if (version === undefined)
        throw invalid("/tried/version", "The program has no version of this number.");
      return version.document;
    }
    case "ladder": {
      const version = await versionOn(tx, programId, tx.today());
      if (version === null) throw conflict("nothing-to-try", "No version of the program is in force today.");
      return { ...version.document, ladder: await checked(tx, tried.ladder) };
    }
  }
}

async function checked(tx: Tx, ladder: unknown) {
  try {
    return readLadder(ladder, { kinds: [...(await kindsOf(tx)).values()] });
  } catch (error) {
    if (error instanceof Problem) throw error.within("/tried/ladder");
    throw error;
  }
}

function reviewDays(evaluations: readonly Evaluation[], from: string, until: string) {
  const found = new Map<string, { on: string; inForceFrom: string }>();
  for (const { review } of evaluations.flatMap(({ reviews }) => reviews)) {
    const { on, inForceFrom } = review;
    if (from <= inForceFrom && inForceFrom <= until) found.set(inForceFrom, { on, inForceFrom });
  }
  return [...found.values()].sort((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));
}

interface Both {
  live: ReadonlyMap<string, string>;
  draft: ReadonlyMap<string, string>;
}

function counted(levels: readonly string[], { live, draft }: Both) {
  const count = (of: ReadonlyMap<string, string>, level: string) =>
    [...of.values()].filter((one) => one === level).length;
  return levels.map((level) => ({ level, live: count(live, level), draft: count(draft, level) }));
}

function levelNames(...evaluations: readonly Evaluation[]): string[] {
  const ladders = evaluations.flatMap(({ versions }) =>
    versions.flatMap(({ ruled }) => ruled?.rules.ladder ?? []),
  );
  return [...new Set(ladders.flatMap(({ base, levels }) => [base, ...levels.map(({ level }) => level)]))];
}

function movesBetween(live: Evaluation, draft: Evaluation, days: readonly string[], onLast: Both) {
  const ids = [...new Set([...onLast.live.keys(), ...onLast.draft.keys()])];
  const moved = ids.filter((id) => onLast.live.get(id) !== onLast.draft.get(id));
  if (moved.length === 0) return [];
  const at = days.map((day) => ({ day, live: levelsAt(live, day), draft: levelsAt(draft, day) }));
  const rules = draft.versions.at(-1)?.ruled?.rules;
  const rank = (level: string | undefined) =>
    level === undefined || rules === undefined ? -1 : rankOf(rules, level);
  return moved.map((partnerId) => {
    const from = onLast.live.get(partnerId);
    const to = onLast.draft.get(partnerId);
    const first = at.find((one) => one.live.get(partnerId) !== one.draft.get(partnerId));
    const direction = rank(to) >= rank(from) ? ("up" as const) : ("down" as const);
    return { partnerId, on: first?.day ?? "", live: from ?? null, draft: to ?? null, direction };
  });
}

async function namesOf(tx: Tx): Promise<Map<string, string>> {
  const found = await rows(
    tx,
    sql<{ id: string; name: string }>`select id, name from partner where vendor_id = ${tx.vendorId}`,
  );
  return new Map(found.map(({ id, name }) => [id, name]));
}

function named(names: ReadonlyMap<string, string>, id: string) {
  return { id: toPublicId("par", id), name: names.get(id) ?? "" };
}
