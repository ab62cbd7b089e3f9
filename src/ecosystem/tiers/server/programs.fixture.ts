import { newId, toPublicId } from "#platform/ids.ts";
import type { PartnerName } from "../../../../test/world/cast.ts";
import { program, programVersion } from "../../../../test/world/seed.ts";
import type { World } from "../../../../test/world/world.ts";
import type { LadderTwo } from "../../ladders/contract.ts";
import type { ProgramDocument } from "../../programs/contract.ts";
import { jobs } from "../index.ts";

/** Half a year's managed value, reviewed every quarter; tests say what is otherwise. */
const plainLadder: LadderTwo = {
  format: "hanse-ladder/2",
  name: "tried",
  label: "Tried",
  currency: "USD",
  base: "Base",
  measuredAt: "entity",
  reviews: { everyMonths: 3, demoteEveryMonths: 3, decidedAfterDays: 0, inForceAfterDays: 0 },
  graceDays: 0,
  warnDays: 0,
  minimumStayMonths: 0,
  measures: [
    {
      key: "managed",
      label: "Managed value",
      kind: "fact",
      fact: "managed_value",
      window: { kind: "trailing-months", months: 6 },
    },
  ],
  goodStanding: [],
  levels: [{ level: "High", requires: "managed >= 60000.00 USD" }],
};

export interface Published {
  uuid: string;
  id: string;
  ladder: LadderTwo;
}

/** A program of its own with one version, in force since the year began unless told. */
export async function programWith(
  { admin }: World,
  ladder: Partial<LadderTwo>,
  document: Partial<ProgramDocument> = {},
  effectiveFrom = "2026-01-01",
): Promise<Published> {
  const uuid = newId();
  const name = `p-${uuid.slice(-8)}`;
  const own = { ...plainLadder, name, ...ladder };
  await admin.query(
    "insert into program (vendor_id, id, name, first_published_at) select vendor_id, $2, $3, now() from program where id = $1",
    [program.uuid, uuid, name],
  );
  await admin.query(
    `insert into program_version (vendor_id, id, program_id, version, effective_from, ladder, terms, published_by, published_at)
     select vendor_id, $2, $3, 1, $4, $5, terms || $6, published_by, published_at from program_version where id = $1`,
    [programVersion.uuid, newId(), uuid, effectiveFrom, JSON.stringify(own), JSON.stringify(document)],
  );
  return { uuid, id: toPublicId("prg", uuid), ladder: own };
}

interface NewFact {
  kind?: string;
  day?: string;
  /** Minor units of the currency, thousandths where there is none. */
  amount: bigint;
  currency?: string | null;
  country?: string;
  location?: string;
}

/** Something that happened, or is so, in the half year before the world's day. */
export async function fact(
  { admin, clock, vendors, partners }: World,
  partner: PartnerName,
  { kind = "managed_value", day = "2026-03-10", amount, currency = "USD", country, location }: NewFact,
): Promise<void> {
  await admin.query(
    `insert into fact (vendor_id, id, partner_id, kind, counts_on, amount_minor, currency, country, location_id, source_kind, source_id, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'test', $2, $10)`,
    [
      vendors.nordwind.uuid,
      newId(),
      partners[partner].uuid,
      kind,
      day,
      amount,
      currency,
      country ?? null,
      location ?? null,
      clock.now().toString(),
    ],
  );
}

/** The daily job, as a server runs it. */
export async function decide({ hanse, vendors }: World): Promise<void> {
  const [job] = jobs(hanse);
  await job?.run?.({ ...vendors.nordwind, id: vendors.nordwind.uuid }, {});
}
