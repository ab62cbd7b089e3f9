import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";
import { toPublicId } from "#platform/ids.ts";
import { maxMinor } from "#platform/money/money.ts";
import type { Product, Row, Team } from "../oracle/naive-plan.ts";
import { plant } from "../world/plant.ts";
import { plan, planVersion, programVersion } from "../world/seed.ts";
import { createWorld, type World } from "../world/world.ts";

const spelling: Record<string, string> = { GTXPro: "GTX Pro" };
const since = "2010-01-01";

/** The same id for the same name in every run. */
function idOf(kind: string, name: string): string {
  const hex = createHash("sha256").update(`${kind} ${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function centsOf(dollars: string): bigint {
  const [whole = "0", part = ""] = dollars.split(".");
  const cents = BigInt(whole) * 100n + BigInt(part.padEnd(2, "0").slice(0, 2) || "0");
  if (cents > maxMinor) throw new Error("too large");
  return cents;
}

/** A partner or product of the oracle's, as people see it. */
export function publicIdOf(kind: "partner" | "product", name: string): string {
  return toPublicId(kind === "partner" ? "par" : "prd", idOf(kind, name));
}

/** A world without partners of its own, with the oracle's rows in it as the vendor's opportunities. */
export async function oracleWorld(
  rows: readonly Row[],
  teams: readonly Team[],
  products: readonly Product[],
): Promise<World> {
  const world = await createWorld({ present: { partners: [] } });
  const vendor_id = world.vendors.nordwind.uuid;
  await clear(world.admin);
  const names = new Set(
    [...teams.flatMap(({ agent, master }) => [agent, master]), ...rows.map(({ agent }) => agent)].filter(
      (name) => name !== "",
    ),
  );
  await inParts(
    world.admin,
    "partner",
    [...names].map((name) => ({ vendor_id, id: idOf("partner", name), name, external_id: name })),
  );
  await inParts(
    world.admin,
    "partner_edge",
    teams
      .filter(({ master }) => master !== "")
      .map(({ agent, master, from, to }) => ({
        vendor_id,
        id: randomUUID(),
        kind: "master of",
        parent_id: idOf("partner", master),
        child_id: idOf("partner", agent),
        effective_from: from ?? since,
        effective_until: to === undefined ? null : Temporal.PlainDate.from(to).add({ days: 1 }).toString(),
      })),
  );
  await inParts(
    world.admin,
    "product",
    products.map(({ product, series }) => ({
      vendor_id,
      id: idOf("product", product),
      name: product,
      series,
      currency: "USD",
    })),
  );
  const known = new Set(products.map(({ product }) => product));
  const won = rows.filter((row) => row.stage === "Won");
  await inParts(
    world.admin,
    "opportunity",
    won.map((row) => ({
      vendor_id,
      id: idOf("opportunity", row.opportunityId),
      external_id: row.opportunityId,
      name: row.opportunityId,
      owner_partner_id: row.agent === "" ? null : idOf("partner", row.agent),
      stage: "won",
      meaning: "won",
      value_minor: totalOf(row),
      currency: "USD",
      closed_on: row.closeDay,
      ...(row.origin === "ordinary import"
        ? {}
        : { pay_basis: "opening-import", pay_basis_reason: "As the CRM had it." }),
    })),
  );
  await inParts(
    world.admin,
    "opportunity_line",
    won.flatMap((row) =>
      row.lines.flatMap((line, index) => {
        const product = spelling[line.product] ?? line.product;
        if (!known.has(product)) return [];
        return [
          {
            vendor_id,
            opportunity_id: idOf("opportunity", row.opportunityId),
            line_no: index + 1,
            product_id: idOf("product", product),
            amount_minor: centsOf(line.value),
          },
        ];
      }),
    ),
  );
  const winOf = (row: Row) => idOf("win", row.opportunityId);
  await inParts(
    world.admin,
    "win",
    won.map((row) => ({
      vendor_id,
      id: winOf(row),
      opportunity_id: idOf("opportunity", row.opportunityId),
      n: 1,
    })),
  );
  await inParts(
    world.admin,
    "fact",
    won
      .filter(({ agent }) => agent !== "")
      .map((row) => ({
        vendor_id,
        id: idOf("fact", row.opportunityId),
        partner_id: idOf("partner", row.agent),
        kind: "won_value",
        counts_on: row.closeDay,
        amount_minor: totalOf(row),
        currency: "USD",
        source_kind: "win",
        source_id: winOf(row),
      })),
  );
  await world.admin.query("analyze");
  return world;
}

function totalOf(row: Row): bigint {
  return row.lines.reduce((sum, line) => sum + centsOf(line.value), 0n);
}

/** Nothing of the small vendor's own sales, and a plan that is in force for as long as the oracle looks back. */
async function clear(admin: pg.Pool): Promise<void> {
  await admin.query(
    "delete from win; delete from opportunity_line; delete from opportunity; delete from fact; delete from product",
  );
  await admin.query("update plan_version set effective_from = $1 where id = $2", [since, planVersion.uuid]);
  await admin.query("update program_version set effective_from = $1 where id = $2", [
    since,
    programVersion.uuid,
  ]);
}

const rowsAtOnce = 1000;

async function inParts(admin: pg.Pool, table: string, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await plant(admin, { [table]: rows.slice(from, from + rowsAtOnce) });
  }
}

export interface BookedLine {
  opportunityId: string;
  component: string;
  partner: string;
  cents: bigint;
}

/** Runs and posts every month that has wins, in order; answers what was booked and what could not be. */
export async function runAll(
  world: World,
): Promise<{ booked: BookedLine[]; problems: { opportunityId: string; code: string }[] }> {
  const finance = world.as("finance");
  const months = (await finance.get(`/plans/${plan.id}/months`)).body.items
    .map(({ period }: { period: string }) => period)
    .sort();
  const problems: { opportunityId: string; code: string }[] = [];
  for (const period of months) {
    const preview = await finance.post("/runs", { planId: plan.id, period });
    if (preview.status !== 201) throw new Error(preview.text);
    for (const one of (await finance.get(`/runs/${preview.body.id}/problems?limit=200`)).body.items) {
      problems.push({ opportunityId: one.opportunity.externalId, code: one.code });
    }
    const posted = await finance.post(
      `/runs/${preview.body.id}/posting`,
      {},
      { idempotencyKey: randomUUID() },
    );
    if (posted.status !== 201) throw new Error(posted.text);
  }
  const found = await world.admin.query<{
    opportunity_id: string;
    component: string;
    partner: string;
    cents: bigint | string;
  }>(
    `select o.external_id as opportunity_id, e.component, p.name as partner, e.amount_minor as cents
     from earning e join opportunity o on o.id = e.opportunity_id join partner p on p.id = e.partner_id`,
  );
  return {
    booked: found.rows.map((row) => ({
      opportunityId: row.opportunity_id,
      component: row.component,
      partner: row.partner,
      cents: BigInt(row.cents),
    })),
    problems,
  };
}
