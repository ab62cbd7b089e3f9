import { createHash } from "node:crypto";
import type { Insertable } from "kysely";
import type { DB } from "#platform/database/schema.gen.ts";
import planFile from "../../sample/agent-programme.plan.json" with { type: "json" };
import {
  deadKeys,
  idsOf,
  invitationToken,
  type PartnerName,
  partners,
  people,
  uuidOf,
  type VendorName,
  vendors,
  worldPasswordHash,
} from "./cast.ts";
import { accounts, type OpportunityCast, opportunities, products } from "./programme.ts";

/** Rows per table, in an order in which they can be put down. */
export type Seed = { [Table in keyof DB]?: Insertable<DB[Table]>[] };

/** Which part of the cast is there; everybody unless told. */
export interface Present {
  vendors: readonly VendorName[];
  partners: readonly PartnerName[];
  /** Those of the partners that have people and sales; the others are there by name only. */
  active: readonly PartnerName[];
  /** Whether the vendor sells by itself too. */
  direct: boolean;
}

export const everybody: Present = {
  vendors: keysOf(vendors),
  partners: keysOf(partners),
  active: keysOf(partners),
  direct: true,
};

export const program = idsOf("prg", "agent-tiers");
export const programVersion = idsOf("prv", "agent-tiers 1");
export const plan = idsOf("pln", "agent-programme");
export const planVersion = idsOf("plv", "agent-programme 1");

const since = "2025-01-01";
const sinceInstant = `${since}T00:00:00Z`;
const reason = "Carried over from the CRM.";

function keysOf<K extends string>(record: Record<K, unknown>): K[] {
  return Object.keys(record) as K[];
}

/** The rows of everybody who is present. The rest of the world is not there at all, nor is any trace of it. */
export function seedOf(present: Present): Seed {
  const vendorNames = present.vendors;
  const partnerNames = present.partners.filter((name) => vendorNames.includes(partners[name].vendor));
  const active = partnerNames.filter((name) => present.active.includes(name));
  const companies = partnerNames.map((name) => partners[name]);
  const sales = Object.values(opportunities).filter(
    (sale) =>
      vendorNames.includes(sale.vendor) &&
      (sale.partner === null ? present.direct : active.includes(sale.partner)),
  );
  return {
    vendor: vendorNames.map((name) => ({
      vendor_id: vendors[name].uuid,
      name: vendors[name].name,
      timezone: vendors[name].timezone,
      currency: vendors[name].currency,
      created_at: sinceInstant,
    })),
    opportunity_stage: vendorNames.flatMap(stagesOf),
    partner: companies.map((one) => ({
      vendor_id: vendors[one.vendor].uuid,
      id: one.uuid,
      name: one.name,
      external_id: one.name,
      territory: one.territory,
      created_at: sinceInstant,
    })),
    partner_type: companies.map((one) => ({
      vendor_id: vendors[one.vendor].uuid,
      partner_id: one.uuid,
      type: one.type,
      effective_from: since,
    })),
    partner_edge: partnerNames.flatMap((name) => edgeOf(name, partnerNames)),
    ...peopleOf(vendorNames, active),
    ...programmeOf(vendorNames),
    ...salesOf(sales),
  };
}

function stagesOf(vendor: VendorName): Insertable<DB["opportunity_stage"]>[] {
  const stages = [
    ["prospecting", "Prospecting", "open"],
    ["engaging", "Engaging", "open"],
    ["won", "Won", "won"],
    ["lost", "Lost", "lost"],
  ] as const;
  return stages.map(([key, label, meaning], position) => ({
    vendor_id: vendors[vendor].uuid,
    key,
    label,
    meaning,
    position,
  }));
}

function edgeOf(name: PartnerName, present: readonly PartnerName[]): Insertable<DB["partner_edge"]>[] {
  const { vendor, master, uuid } = partners[name];
  const parent = present.find((one) => one === master);
  if (parent === undefined) return [];
  return [
    {
      vendor_id: vendors[vendor].uuid,
      id: uuidOf("edge", name),
      kind: "master of",
      parent_id: partners[parent].uuid,
      child_id: uuid,
      effective_from: since,
    },
  ];
}

function peopleOf(vendorNames: readonly VendorName[], partnerNames: readonly PartnerName[]): Seed {
  const cast = Object.values(people).filter(
    (one) => vendorNames.includes(one.vendor) && (one.partner === null || partnerNames.includes(one.partner)),
  );
  const deadKey = (name: keyof typeof deadKeys, ended: { revoked_at?: string; expires_at?: string }) => ({
    ...keyRow(people.admin, uuidOf("key", name), deadKeys[name]),
    ...ended,
  });
  return {
    "auth.user": cast.map((one) => ({
      id: one.personUuid,
      name: one.name,
      email: one.email,
      emailVerified: true,
      createdAt: sinceInstant,
    })),
    "auth.account": cast.map((one) => ({
      id: uuidOf("sign-in", one.email),
      accountId: one.personUuid,
      providerId: "credential",
      userId: one.personUuid,
      password: worldPasswordHash,
    })),
    membership: cast.map((one) => ({
      vendor_id: vendors[one.vendor].uuid,
      id: one.uuid,
      person_id: one.personUuid,
      side: one.partner === null ? "vendor" : "partner",
      partner_id: one.partner === null ? null : partners[one.partner].uuid,
      roles: [...one.roles],
      name: one.name,
      email: one.email,
      deactivated_at: one.deactivated ? "2026-01-05T08:00:00Z" : null,
      created_at: sinceInstant,
    })),
    invitation: partnerNames.includes("birch") ? [invitationRow()] : [],
    api_key: [
      ...cast.map((one) => keyRow(one, uuidOf("key", one.email), one.apiKey)),
      ...(vendorNames.includes("nordwind")
        ? [
            deadKey("revoked-key", { revoked_at: "2026-02-01T08:00:00Z" }),
            deadKey("expired-key", { expires_at: "2026-06-01T00:00:00Z" }),
          ]
        : []),
    ],
  };
}

function invitationRow(): Insertable<DB["invitation"]> {
  return {
    vendor_id: vendors.nordwind.uuid,
    id: uuidOf("inv", "birchs newcomer"),
    side: "partner",
    partner_id: partners.birch.uuid,
    email: "newcomer@birch.example",
    roles: ["partner-seller"],
    token_hash: createHash("sha256").update(invitationToken).digest(),
    invited_by: people["birch-admin"].uuid,
    expires_at: "2026-06-20T09:00:00Z",
    created_at: "2026-06-13T09:00:00Z",
  };
}

function keyRow(holder: { vendor: VendorName; uuid: string }, id: string, key: string) {
  return {
    vendor_id: vendors[holder.vendor].uuid,
    id,
    membership_id: holder.uuid,
    name: "Reporting",
    key_hash: createHash("sha256").update(key).digest(),
    hint: key.slice(-4),
    created_at: sinceInstant,
  };
}

/** What the vendors sell and to whom, and Nordwind's plan. Partners see the plan, the program and the products. */
function programmeOf(vendorNames: readonly VendorName[]): Seed {
  const nordwind = vendors.nordwind.uuid;
  const sold = Object.values(products).filter((one) => vendorNames.includes(one.vendor));
  const customers = Object.values(accounts).filter((one) => vendorNames.includes(one.vendor));
  return {
    product: sold.map((one) => ({
      vendor_id: vendors[one.vendor].uuid,
      id: one.uuid,
      name: one.name,
      external_id: one.name,
      series: one.series,
      list_price_minor: one.listPriceMinor,
      currency: vendors[one.vendor].currency,
      created_at: sinceInstant,
    })),
    account: customers.map((one) => ({
      vendor_id: vendors[one.vendor].uuid,
      id: one.uuid,
      name: one.name,
      external_id: one.name,
      sector: one.sector,
      country: one.country,
      parent_id: one.parent === null ? null : uuidOf("acc", one.parent),
      created_at: sinceInstant,
    })),
    program: [{ vendor_id: nordwind, id: program.uuid, name: "agent-tiers", created_at: sinceInstant }],
    program_version: planFile.ladders.map((ladder) => ({
      vendor_id: nordwind,
      id: programVersion.uuid,
      program_id: program.uuid,
      version: 1,
      effective_from: since,
      ladder: JSON.stringify(ladder),
      published_by: people.admin.uuid,
      published_at: sinceInstant,
    })),
    plan: [{ vendor_id: nordwind, id: plan.uuid, name: planFile.name, created_at: sinceInstant }],
    plan_version: [
      {
        vendor_id: nordwind,
        id: planVersion.uuid,
        plan_id: plan.uuid,
        version: 1,
        effective_from: since,
        rules: JSON.stringify(planFile.rules),
        program_id: program.uuid,
        published_by: people.admin.uuid,
        published_at: sinceInstant,
      },
    ],
  };
}

/** Sales with everything that hangs on them; facts and wins of those that were won. */
export function salesOf(sales: readonly OpportunityCast[]): Seed {
  const won = sales.filter((sale) => sale.stage === "won");
  const shared = new Map(
    sales.flatMap((sale) => {
      const row = partnerAccountOf(sale);
      return row === null ? [] : [[`${row.partner_id} ${row.account_id}`, row] as const];
    }),
  );
  return {
    partner_account: [...shared.values()],
    opportunity: sales.map(opportunityRow),
    opportunity_line: sales.map((sale) => ({
      vendor_id: vendors[sale.vendor].uuid,
      opportunity_id: sale.uuid,
      line_no: 1,
      owner_partner_id: ownerOf(sale),
      seller_id: sellerOf(sale),
      product_id: products[sale.product].uuid,
      quantity: 1,
      amount_minor: sale.valueMinor,
    })),
    win: won.map((sale) => ({
      vendor_id: vendors[sale.vendor].uuid,
      id: uuidOf("win", sale.uuid),
      opportunity_id: sale.uuid,
      n: 1,
      owner_partner_id: ownerOf(sale),
      seller_id: sellerOf(sale),
      recorded_at: `${sale.closedOn}T12:00:00Z`,
      changed_at: `${sale.closedOn}T12:00:00Z`,
    })),
    fact: won.flatMap((sale) => {
      const owner = ownerOf(sale);
      if (owner === null || sale.valueMinor === null || sale.closedOn === null) return [];
      return [
        {
          vendor_id: vendors[sale.vendor].uuid,
          id: uuidOf("fact", sale.uuid),
          partner_id: owner,
          kind: "won_value",
          counts_on: sale.closedOn,
          amount_minor: sale.valueMinor,
          currency: vendors[sale.vendor].currency,
          source_kind: "win",
          source_id: uuidOf("win", sale.uuid),
          recorded_at: `${sale.closedOn}T12:00:00Z`,
        },
      ];
    }),
  };
}

function opportunityRow(sale: OpportunityCast): Insertable<DB["opportunity"]> {
  const open = sale.closedOn === null;
  const owner = ownerOf(sale);
  const at = `${sale.closedOn ?? sale.engagedOn}T12:00:00Z`;
  return {
    vendor_id: vendors[sale.vendor].uuid,
    id: sale.uuid,
    external_id: `CRM-${sale.uuid.slice(-8)}`,
    name: sale.name,
    account_id: sale.account === null ? null : accounts[sale.account].uuid,
    owner_partner_id: owner,
    seller_id: sellerOf(sale),
    stage: sale.stage,
    meaning: open ? "open" : sale.stage,
    value_minor: sale.valueMinor,
    currency: vendors[sale.vendor].currency,
    engaged_on: sale.engagedOn,
    expected_close_on: open ? "2026-07-10" : null,
    closed_on: sale.closedOn,
    lost_reason: sale.stage === "lost" ? "They chose to wait." : null,
    pay_basis: owner === null ? null : "opening-import",
    pay_basis_reason: owner === null ? null : reason,
    created_at: at,
    updated_at: at,
  };
}

function partnerAccountOf(sale: OpportunityCast): Insertable<DB["partner_account"]> | null {
  const owner = ownerOf(sale);
  if (owner === null || sale.account === null) return null;
  const account = accounts[sale.account];
  return {
    vendor_id: vendors[sale.vendor].uuid,
    partner_id: owner,
    account_id: account.uuid,
    name: account.name,
    country: account.country,
    created_at: sinceInstant,
  };
}

function ownerOf(sale: OpportunityCast): string | null {
  return sale.partner === null ? null : partners[sale.partner].uuid;
}

function sellerOf(sale: OpportunityCast): string | null {
  return sale.direct ? people["direct-seller"].uuid : null;
}
