import { sql } from "kysely";
import { maybe, rows, type Tx } from "#platform/database/tx.ts";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { toPublicId } from "#platform/ids.ts";
import { dayBefore, parseDay } from "#platform/time/day.ts";
import { rankOf } from "../../ladders/contract.ts";
import type { Said } from "../../notices/index.ts";
import { comparePrograms, isNothing, takenAway } from "../../programs/contract.ts";
import { enrolledOn, type PublishedVersion, programOf, versionsOf } from "../../programs/index.ts";
import { lossesAt } from "../losses.ts";
import type { touchedByVersion } from "../touched.ts";
import { evaluate } from "./evaluate.ts";
import { heldAt, type InForce } from "./in-force.ts";
import { nextReviewAfter, publishedVersions } from "./versions.ts";

/** From whom a version takes something, and what: the first of these that is so. */
type Touched = { partnerId: string; from: string } & (
  | { how: "left-out" }
  | { how: "falls"; level: string; wouldBe: string }
  | { how: "keeps"; level: string; wouldBe: string; until: string | null }
  | { how: "has-less"; level: string; benefits: string[] }
);

/** What one partner is told of a version that takes something from it. */
interface Told {
  partnerId: string;
  kind:
    | "tier.program_changes"
    | "tier.program_asks_more"
    | "tier.program_takes_away"
    | "tier.program_leaves_out";
  said: Said;
}

/** The same as notices say it. */
export async function toldOfVersion(tx: Tx, programId: string): Promise<Told[]> {
  const program = await nameOf(tx, programId);
  return (await touchedBy(tx, programId)).touched.map((one) => toldOf(program, one));
}

function toldOf(program: string, touched: Touched): Told {
  const { partnerId, from } = touched;
  switch (touched.how) {
    case "left-out":
      return { partnerId, kind: "tier.program_leaves_out", said: { program, from } };
    case "falls": {
      const { level, wouldBe } = touched;
      return { partnerId, kind: "tier.program_changes", said: { program, level, wouldBe, from } };
    }
    case "keeps": {
      const { level, wouldBe, until } = touched;
      const said = { program, level, wouldBe, from, until: until === null ? "" : dayBefore(until) };
      return { partnerId, kind: "tier.program_asks_more", said };
    }
    case "has-less": {
      const said = { program, level: touched.level, benefits: touched.benefits.join(" · "), from };
      return { partnerId, kind: "tier.program_takes_away", said };
    }
  }
}

const mostNamed = 200;

/** From whom the version published last takes something, by name. @throws Problem 404 */
export async function readTouched(tx: Tx, publicId: string): Promise<ResponseOf<typeof touchedByVersion>> {
  const { id } = await programOf(tx, publicId);
  const { version, touched } = await touchedBy(tx, id);
  const named = touched.slice(0, mostNamed);
  const found = await rows(
    tx,
    sql<{ id: string; name: string }>`select id, name from partner where vendor_id = ${tx.vendorId}
      and id = any (${named.map(({ partnerId }) => partnerId)}::uuid[])`,
  );
  const names = new Map(found.map((row) => [row.id, row.name]));
  return {
    version,
    partners: touched.length,
    items: named.map((one) => ({
      partner: { id: toPublicId("par", one.partnerId), name: names.get(one.partnerId) ?? "" },
      how: one.how,
      level: one.how === "left-out" ? null : one.level,
      wouldBe: one.how === "falls" || one.how === "keeps" ? one.wouldBe : null,
      until: one.how === "keeps" ? one.until : null,
      benefits: one.how === "has-less" ? one.benefits : [],
      from: one.from,
    })),
  };
}

/**
 * From whom the version published last takes something: those that it leaves out, those whose level falls at its first
 * review by what counts so far, those who then no longer earn theirs but keep it for a time, and those who have less on it.
 */
async function touchedBy(tx: Tx, programId: string): Promise<{ version: number | null; touched: Touched[] }> {
  const [before, after] = (await versionsOf(tx, programId)).slice(-2);
  if (before === undefined || after === undefined) return { version: null, touched: [] };
  const { version } = after;
  const away = takenAway(comparePrograms(before.document, after.document));
  if (isNothing(away)) return { version, touched: [] };
  const from = after.effectiveFrom;
  const leaves = await leftOut(tx, before, after);
  const { asItIs, coming, review, rankOfLevel } = await levelsBeforeAndAfter(tx, programId, from);
  const touched = [...leaves.tracks].flatMap(([partnerId, track]): Touched[] => {
    if (leaves.out.has(partnerId)) return [{ partnerId, how: "left-out", from }];
    const [held, then] = [asItIs.get(partnerId), coming.get(partnerId)];
    if (held === undefined || then === undefined) return [];
    const { level } = held;
    const rank = rankOfLevel(level);
    if (rankOfLevel(then.level) < rank || rank === -1) {
      return [{ partnerId, how: "falls", level, wouldBe: then.level, from: review }];
    }
    const { earned: wouldBe, standing } = then.judged.decision;
    if (rankOfLevel(wouldBe) < Math.min(rank, rankOfLevel(held.judged.decision.earned))) {
      const until = standing.graceUntil;
      return [{ partnerId, how: "keeps", level, wouldBe, until, from: review }];
    }
    const { benefits, others } = lossesAt(before.document, after.document, away, { level, track });
    return benefits.length === 0 && !others ? [] : [{ partnerId, how: "has-less", level, benefits, from }];
  });
  return { version, touched };
}

async function nameOf(tx: Tx, programId: string): Promise<string> {
  const found = await maybe(
    tx,
    sql<{ name: string }>`select name from program where vendor_id = ${tx.vendorId} and id = ${programId}`,
  );
  return found?.name ?? "";
}

/** The track of everybody who takes part as it is, and who would no longer by the next version. */
async function leftOut(tx: Tx, before: PublishedVersion, after: PublishedVersion) {
  const wanted = { programId: after.programId, day: parseDay(after.effectiveFrom) };
  const enrolled = await enrolledOn(tx, { ...wanted, document: before.document });
  const kept = await enrolledOn(tx, { ...wanted, document: after.document });
  return {
    tracks: new Map([...enrolled].map(([partnerId, { track }]) => [partnerId, track])),
    out: new Set([...enrolled.keys()].filter((partnerId) => !kept.has(partnerId))),
  };
}

interface LevelsAtReview {
  asItIs: ReadonlyMap<string, InForce>;
  coming: ReadonlyMap<string, InForce>;
  /** From when on. */
  review: string;
  rankOfLevel: (level: string) => number;
}

/** Everybody's level at the first review of the version published last: without it, and with it. */
async function levelsBeforeAndAfter(
  tx: Tx,
  programId: string,
  effectiveFrom: string,
): Promise<LevelsAtReview> {
  const versions = await publishedVersions(tx, programId);
  const today = tx.today();
  const begins = effectiveFrom > today.toString() ? Temporal.PlainDate.from(effectiveFrom) : today;
  const planned = nextReviewAfter(versions, begins.subtract({ days: 1 }));
  if (planned === null) return { asItIs: new Map(), coming: new Map(), review: "", rankOfLevel: () => -1 };
  const { review, version } = planned;
  const until = Temporal.PlainDate.from(review.inForceFrom).add({ days: 1 }).toString();
  const levels = async (by: typeof versions) =>
    heldAt(await evaluate(tx, { programId, until, versions: by }), review.inForceFrom);
  return {
    asItIs: await levels(versions.slice(0, -1)),
    coming: await levels(versions),
    review: review.inForceFrom,
    rankOfLevel: (level: string) => rankOf(version.rules, level),
  };
}
