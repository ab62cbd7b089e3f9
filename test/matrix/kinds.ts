import type pg from "pg";
import { toPublicId } from "#platform/ids.ts";
import { uuidOf } from "../world/cast.ts";

/** A row of the world that has an id at the edge, and whose it is. */
export interface Sample {
  prefix: string;
  uuid: string;
  /** As it stands in a request. */
  id: string;
  vendor: string;
  /** The partners that it belongs to. Null: it is the whole programme's, and everyone there who may look sees it. */
  partners: string[] | null;
  /** The one member that it belongs to, where it is somebody's own. */
  member: string | null;
  /** What it hangs on, where a path names that too. */
  parents: string[];
  /** How far it has come, where acts depend on that. */
  state: string | null;
}

interface Kind {
  /** The acts that show such a row, or its id, to whom it may concern. */
  seenBy: readonly string[];
  /** `vendor_id` and `id`, and where they apply `partners` (uuid[]), `member` (uuid), `parents` (uuid[]), `state` (text). */
  rows: string;
}

/** Every kind of id that requests can carry, with the rows of the world that have one. A new kind adds its entry here. */
export const kinds: Readonly<Record<string, Kind>> = {
  ven: {
    seenBy: ["any-member GET /me"],
    rows: "select vendor_id, vendor_id as id, null::uuid[] as partners from vendor",
  },
  par: {
    seenBy: ["partner.read"],
    rows: `select vendor_id, id, array[id] as partners, array(select o.batch_id from payout o
      where o.vendor_id = p.vendor_id and o.partner_id = p.id) as parents from partner p`,
  },
  edg: {
    seenBy: ["partner.read"],
    rows: "select vendor_id, id, array[child_id] as partners, array[child_id, parent_id] as parents from partner_edge",
  },
  mem: {
    seenBy: ["people.read"],
    rows: `select vendor_id, id, case when partner_id is null then '{}' else array[partner_id] end as partners, side as state
      from membership`,
  },
  inv: {
    seenBy: ["people.read"],
    rows: "select vendor_id, id, case when partner_id is null then '{}' else array[partner_id] end as partners from invitation",
  },
  key: {
    seenBy: ["any-member GET /api-keys"],
    rows: "select vendor_id, id, '{}'::uuid[] as partners, membership_id as member from api_key",
  },
  txt: {
    seenBy: ["text.read"],
    rows: "select vendor_id, id, null::uuid[] as partners from text_source where retired_at is null",
  },
  // Which sales of others a partner has helped is not told to it one by one: entry.test.ts looks at it.
  fct: {
    seenBy: ["fact.read"],
    rows: `select vendor_id, id, array[partner_id] as partners, case when source_kind = 'entry' and not exists (select from fact c
      where c.vendor_id = f.vendor_id and c.corrects_id = f.id) then 'entered' else 'counted' end as state
      from fact f where kind <> 'assisted_value'`,
  },
  pty: {
    seenBy: ["partner.read"],
    rows: "select vendor_id, id, array[partner_id] as partners, array[partner_id] as parents from partner_type",
  },
  reg: {
    seenBy: ["region.read"],
    rows: `select vendor_id, id, '{}'::uuid[] as partners, case when exists (select from region x where x.vendor_id = r.vendor_id
      and x.parent_id = r.id) then 'above' else 'lowest' end as state from region r`,
  },
  loc: {
    seenBy: ["partner.read"],
    rows: "select vendor_id, id, array[partner_id] as partners, array[partner_id] as parents from partner_location",
  },
  fkd: { seenBy: ["fact.read"], rows: "select vendor_id, id, null::uuid[] as partners from fact_kind" },
  acc: {
    seenBy: ["account.read", "partner-account.read"],
    rows: `select vendor_id, id, array(select p.partner_id from partner_account p where p.vendor_id = a.vendor_id and p.account_id = a.id)
      as partners from account a`,
  },
  prd: { seenBy: ["product.read"], rows: "select vendor_id, id, null::uuid[] as partners from product" },
  opp: {
    seenBy: ["opportunity.read"],
    rows: `select vendor_id, id, case when owner_partner_id is null then '{}' else array[owner_partner_id] end as partners,
      seller_id as member, meaning as state from opportunity`,
  },
  spl: {
    seenBy: ["pay-split.read"],
    rows: `select s.vendor_id, s.id, s.participant_ids as partners,
      case when s.state = 'open' and not exists (select from pay_split_share h where h.vendor_id = s.vendor_id
        and h.split_id = s.id and h.signed_at is null) then 'signed' else s.state end as state from pay_split s`,
  },
  roe: {
    seenBy: ["engagement.read"],
    rows: "select vendor_id, id, null::uuid[] as partners from engagement_rules",
  },
  nam: {
    seenBy: ["named-account.read"],
    rows: "select vendor_id, id, '{}'::uuid[] as partners from named_account",
  },
  ptn: {
    seenBy: ["tender.read"],
    rows: "select vendor_id, id, '{}'::uuid[] as partners from public_tender",
  },
  dba: {
    seenBy: ["deal.decide"],
    rows: `select vendor_id, batch_id as id, '{}'::uuid[] as partners from registration_decision where batch_id is not null`,
  },
  // What a partner has begun itself is a draft that nobody else sees, whatever their role: deals.test.ts looks at it.
  deal: {
    seenBy: ["deal.read"],
    rows: `select vendor_id, id, array[partner_id] as partners,
      case when on_behalf_reason is not null then 'on-behalf-' else '' end || state as state
      from registration where state <> 'draft' or on_behalf_reason is not null`,
  },
  que: {
    seenBy: ["deal.read"],
    rows: `select vendor_id, id, array[partner_id] as partners, array[registration_id] as parents,
      case when answered_at is null then 'open' else 'answered' end as state from registration_question`,
  },
  ext: {
    seenBy: ["deal.read"],
    rows: `select vendor_id, id, array[partner_id] as partners, array[registration_id] as parents,
      case when decided_at is null then 'open' else 'decided' end as state from registration_extension`,
  },
  out: {
    seenBy: ["deal.read"],
    rows: `select vendor_id, id, array[partner_id] as partners, array[registration_id] as parents,
      case when decided_at is null then 'open' else 'decided' end as state from registration_outcome`,
  },
  dfl: {
    seenBy: ["deal.read"],
    rows: `select vendor_id, id, array[partner_id] as partners, array[registration_id] as parents from registration_file`,
  },
  tch: {
    seenBy: ["touchpoint.read"],
    rows: `select vendor_id, id, array[partner_id] as partners,
      case when kind = 'registration' then 'registration-' else '' end || state as state from touchpoint`,
  },
  tfl: {
    seenBy: ["touchpoint.read"],
    rows: "select vendor_id, id, array[partner_id] as partners, array[touchpoint_id] as parents from touchpoint_file",
  },
  bnr: {
    seenBy: ["benefit.read"],
    rows: "select vendor_id, id, array[partner_id] as partners, state from benefit_request",
  },
  bnu: {
    seenBy: ["benefit.read"],
    rows: `select vendor_id, id, array[partner_id] as partners, array[request_id] as parents, side as state from benefit_use
      where takes_back is null`,
  },
  ntc: {
    seenBy: ["any-member GET /notices"],
    rows: "select vendor_id, id, '{}'::uuid[] as partners, membership_id as member from notice",
  },
  prg: {
    seenBy: ["program.read"],
    rows: `select vendor_id, id, null::uuid[] as partners, case when exists (select from program_draft d
      where d.vendor_id = p.vendor_id and d.program_id = p.id) then 'designed' end as state
      from program p where first_published_at is not null`,
  },
  enr: {
    seenBy: ["program.inspect"],
    rows: "select vendor_id, id, '{}'::uuid[] as partners, array[program_id] as parents from program_enrolment",
  },
  spz: {
    seenBy: ["specialization.read"],
    rows: "select vendor_id, id, null::uuid[] as partners from specialization",
  },
  sap: {
    seenBy: ["specialization.read"],
    rows: "select vendor_id, id, array[partner_id] as partners, state from specialization_application",
  },
  saw: {
    seenBy: ["specialization.read"],
    rows: "select vendor_id, id, array[partner_id] as partners from specialization_award where revoked_on is null",
  },
  ovr: {
    seenBy: ["program-override.read"],
    rows: "select vendor_id, id, '{}'::uuid[] as partners, state from program_override",
  },
  tex: {
    seenBy: ["tier.review"],
    rows: "select vendor_id, id, '{}'::uuid[] as partners from tier_exception",
  },
  pln: { seenBy: ["plan.read"], rows: "select vendor_id, id, null::uuid[] as partners from plan" },
  run: {
    seenBy: ["run.read", "earning.read"],
    rows: `select vendor_id, id, array(select distinct e.partner_id from earning e where e.vendor_id = r.vendor_id and e.run_id = r.id)
      as partners, state from run r`,
  },
  ern: {
    seenBy: ["earning.read"],
    rows: "select vendor_id, id, array[partner_id] as partners, status as state from earning",
  },
  sta: {
    seenBy: ["statement.read"],
    rows: "select vendor_id, id, array[partner_id] as partners from statement",
  },
  bat: {
    seenBy: ["payout.read"],
    rows: "select vendor_id, id, '{}'::uuid[] as partners, state from payout_batch",
  },
  pay: {
    seenBy: ["payout.read", "payout.read-own"],
    rows: `select vendor_id, id, case when state in ('made', 'withdrawn') then '{}' else array[partner_id] end as partners from payout`,
  },
  lac: {
    seenBy: ["ledger.read"],
    rows: "select vendor_id, id, '{}'::uuid[] as partners from ledger_account",
  },
  imp: { seenBy: ["import.read"], rows: "select vendor_id, id, '{}'::uuid[] as partners, state from import" },
  ltx: {
    seenBy: ["ledger.read"],
    rows: "select vendor_id, id, '{}'::uuid[] as partners from ledger_transaction",
  },
};

/** All rows of all kinds, by prefix, in the order of their ids. */
export async function readSamples(admin: pg.Pool): Promise<Map<string, Sample[]>> {
  const all = new Map<string, Sample[]>();
  for (const [prefix, { rows }] of Object.entries(kinds)) {
    const found = await admin.query<{
      vendor_id: string;
      id: string;
      partners: string[] | null;
      member?: string | null;
      parents?: string[];
      state?: string;
    }>(`select * from (${rows}) as sample order by id`);
    const samples = found.rows.map((row) => ({
      prefix,
      uuid: row.id,
      id: toPublicId(prefix, row.id),
      vendor: row.vendor_id,
      partners: row.partners,
      member: row.member ?? null,
      parents: row.parents ?? [],
      state: row.state ?? null,
    }));
    all.set(prefix, samples);
  }
  return all;
}

/** An id of the kind that nothing has. */
export function absentId(prefix: string): string {
  return toPublicId(prefix, uuidOf("absent", prefix));
}
