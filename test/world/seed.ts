import type { Insertable } from "kysely";
import type { DB } from "#platform/database/schema.gen.ts";
import planFile from "../../sample/agent-programme.plan.json" with { type: "json" };
import { termsForEveryone } from "../../src/ecosystem/programs/document.ts";
import { idsOf, type PartnerName, partners, people, uuidOf, type VendorName, vendors } from "./cast.ts";
import { benefits } from "./program-benefits.ts";
import { accounts, contactNotice, opportunities, products } from "./programme.ts";
import { type Seed, since, sinceInstant } from "./rows.ts";
import { peopleOf } from "./seed-people.ts";
import { salesOf } from "./seed-sales.ts";

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
      id: uuidOf("partner-type", one.name),
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
/** What contacts are told, and what was said once, is said no more, and was read in German. */
function textsOf(vendorNames: readonly VendorName[]): Seed {
  const text = (name: VendorName) => ({
    vendor_id: vendors[name].uuid,
    ref: "engagement",
    form: "text" as const,
    language: "en",
    content: contactNotice.text,
    hash: contactNotice.hash,
    changed_at: sinceInstant,
  });
  return {
    text_source: vendorNames.flatMap((name) => [
      {
        ...text(name),
        id: uuidOf("text", name),
        field: "contactNotice",
        title: "What a contact's data are given for",
        position: 0,
      },
      {
        ...text(name),
        id: uuidOf("former text", name),
        field: "former",
        title: "What was said before",
        position: 1,
        retired_at: sinceInstant,
      },
    ]),
    text_approval: vendorNames.flatMap((name) => {
      const approver = Object.values(people).find((one) => one.vendor === name && one.partner === null);
      if (approver === undefined) return [];
      return [
        {
          vendor_id: vendors[name].uuid,
          text_id: uuidOf("former text", name),
          language: "de",
          source_hash: contactNotice.hash,
          source_content: contactNotice.text,
          content: "Nur für dieses Geschäft.",
          approved_by: approver.uuid,
          approved_at: sinceInstant,
        },
      ];
    }),
  };
}

/** What the vendors sell and to whom, and Nordwind's plan. Partners see the plan, the program and the products. */
function programmeOf(vendorNames: readonly VendorName[]): Seed {
  const nordwind = vendors.nordwind.uuid;
  const sold = Object.values(products).filter((one) => vendorNames.includes(one.vendor));
  const customers = Object.values(accounts).filter((one) => vendorNames.includes(one.vendor));
  return {
    ...textsOf(vendorNames),
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
    program: [
      {
        vendor_id: nordwind,
        id: program.uuid,
        name: "agent-tiers",
        created_at: sinceInstant,
        first_published_at: sinceInstant,
      },
    ],
    program_version: planFile.ladders.map((ladder) => ({
      vendor_id: nordwind,
      id: programVersion.uuid,
      program_id: program.uuid,
      version: 1,
      effective_from: since,
      terms: JSON.stringify({ ...termsForEveryone("agent-tiers"), benefits }),
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
