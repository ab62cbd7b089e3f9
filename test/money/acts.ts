import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { releaseDue } from "#incentivize/earnings/index.ts";
import { allVendors } from "#platform/jobs/jobs.ts";
import planFile from "../../sample/agent-programme.plan.json" with { type: "json" };
import type { Rates, Row } from "../oracle/naive-plan.ts";
import type { Answer } from "../world/client.ts";
import { plan } from "../world/seed.ts";
import type { Who, World } from "../world/world.ts";
import { publicIdOf } from "./oracle-world.ts";

/** A command as it was sent, so that it can be sent again. */
export interface Sent {
  who: Who;
  method: string;
  path: string;
  body: unknown;
  options: { idempotencyKey: string; ifMatch?: number };
  answer: Answer;
}

/** An opportunity as its last answer told it. */
export interface Known {
  id: string;
  version: number;
}

/** What people do between a won deal and a paid commission, each by the person whose act it is. */
export function actsOn(world: World) {
  const sent: Sent[] = [];

  async function send(who: Who, method: string, path: string, body: unknown = {}, ifMatch?: number) {
    const options = { idempotencyKey: randomUUID(), ...(ifMatch === undefined ? {} : { ifMatch }) };
    const answer = await world.as(who).send(method, path, body, options);
    expect(answer.status, `${method} ${path} ${JSON.stringify(body)}: ${answer.text}`).toBeLessThan(300);
    sent.push({ who, method, path, body, options, answer });
    return answer.body;
  }
  /** Posts a run, or says that it is stale. */
  async function postIfFresh(runId: string): Promise<boolean> {
    const options = { idempotencyKey: randomUUID() };
    const path = `/runs/${runId}/posting`;
    const answer = await world.as("finance").send("POST", path, {}, options);
    if (answer.status !== 201) expect(answer.body.type, answer.text).toBe("preview-stale");
    else sent.push({ who: "finance", method: "POST", path, body: {}, options, answer });
    return answer.status === 201;
  }
  const manager = (method: string, path: string, body: unknown, ifMatch?: number): Promise<Known> =>
    send("channel-manager", method, path, body, ifMatch);
  const reason = "As agreed with the customer.";

  return {
    /** Every command so far, the last one last. */
    sent,
    win: (row: Row) =>
      manager("POST", "/opportunities", {
        ...wordsOf(row),
        name: row.opportunityId,
        externalId: row.opportunityId,
        stage: "won",
        reason,
      }),
    change: (one: Known, row: Row) =>
      manager(
        "PATCH",
        `/opportunities/${one.id}`,
        { ownerPartnerId: null, ...wordsOf(row), reason },
        one.version,
      ),
    takeBack: (one: Known, dollars: string | null) =>
      manager("POST", `/opportunities/${one.id}/reversal`, {
        reason,
        ...(dollars === null ? {} : { amount: usd(dollars) }),
      }),
    reopen: (one: Known) =>
      manager("POST", `/opportunities/${one.id}/stage`, { stage: "engaging", reason }, one.version),
    winAgain: (one: Known, { closedOn, value }: { closedOn: string; value: unknown }) =>
      manager("POST", `/opportunities/${one.id}/stage`, { stage: "won", value, closedOn }, one.version),
    /** From that day on another partner is the agent's master. */
    async arrange(agent: string, master: string, from: string): Promise<void> {
      const edges = `/partners/${publicIdOf("partner", agent)}/edges`;
      const [edge] = (await world.as("channel-manager").get(`${edges}?relation=parents`)).body.items;
      await manager("PATCH", `${edges}/${edge.id}`, { effectiveUntil: from }, edge.version);
      const parentId = publicIdOf("partner", master);
      await manager("POST", edges, { kind: "master of", parentId, effectiveFrom: from });
    },
    /** A split that its participants have signed on paper, and which the vendor confirms. */
    async share(one: Known, split: NonNullable<Row["split"]>): Promise<void> {
      // Sent again it would be another proposal.
      const { body } = await world.as("channel-manager").post(`/opportunities/${one.id}/pay-splits`, {
        participants: split.map(({ agent, hundredths }) => ({
          partnerId: publicIdOf("partner", agent),
          shareBasisPoints: hundredths,
        })),
        terms: "As agreed.",
      });
      await world.admin.query(
        `update pay_split_share set signed_by = $1, signed_name = 'On paper', signed_at = $2
          where signed_at is null and split_id in (select id from pay_split where state = 'open')`,
        [world.people.admin.uuid, world.clock.now().toString()],
      );
      await send("admin", "POST", `/pay-splits/${body.id}/confirmation`);
    },
    preview: (period: string, adjusts?: string) =>
      send("finance", "POST", "/runs", { planId: plan.id, period, ...(adjusts ? { adjusts } : {}) }),
    post: (runId: string) => send("finance", "POST", `/runs/${runId}/posting`),
    postIfFresh,
    close: (period: string, partnerId?: string) =>
      send("finance", "POST", "/statements", { period, ...(partnerId ? { partnerId } : {}) }),
    /** Why a month cannot be closed yet. */
    async refusedClose(period: string, partnerId?: string): Promise<string> {
      const body = { period, ...(partnerId ? { partnerId } : {}) };
      const answer = await world.as("finance").post("/statements", body, { idempotencyKey: randomUUID() });
      expect(answer.status, answer.text).toBe(409);
      return answer.body.detail;
    },
    makeBatch: () => send("finance", "POST", "/payouts"),
    withdraw: (batchId: string) => send("finance", "DELETE", `/payouts/${batchId}`, undefined),
    release: (batchId: string) => send("finance-controller", "POST", `/payouts/${batchId}/release`),
    pay: (batchId: string, partnerId: string, paidOn: string) =>
      send("finance", "POST", `/payouts/${batchId}/payees/${partnerId}/payment`, {
        reference: "SEPA 1",
        paidOn,
      }),
    giveBack: (batchId: string, partnerId: string, returnedOn: string) =>
      send("finance", "POST", `/payouts/${batchId}/payees/${partnerId}/return`, {
        reason: "Closed.",
        returnedOn,
      }),
    /** Drafted by one, published by another: the sample's rules at other rates. */
    async publish(effectiveFrom: string, rates: Rates): Promise<void> {
      await send("channel-manager", "PUT", `/plans/${plan.id}/draft`, {
        rules: rulesAt(rates),
        effectiveFrom,
      });
      await send("admin", "POST", `/plans/${plan.id}/versions`);
    },
    /** What the hourly job does. */
    async endHolds(): Promise<void> {
      for (const vendor of await allVendors(world.hanse.controlPool))
        await world.hanse.door.withJob(vendor, releaseDue);
    },
    get: async (path: string) => {
      const answer = await world.as("finance").get(path);
      expect(answer.status, answer.text).toBe(200);
      return answer.body;
    },
  };
}

export type Acts = ReturnType<typeof actsOn>;

export function usd(dollars: string): { amount: string; currency: string } {
  return { amount: dollars, currency: "USD" };
}

/** Cents as a plain decimal of dollars. */
export function dollars(cents: bigint): string {
  const sign = cents < 0n ? "-" : "";
  const size = cents < 0n ? -cents : cents;
  return `${sign}${size / 100n}.${String(size % 100n).padStart(2, "0")}`;
}

export function centsOf(amount: string): bigint {
  return BigInt(amount.replace(".", ""));
}

/** The gross value of a row, in cents. */
export function closeCents(row: Row): bigint {
  return row.lines.reduce((sum, { value }) => sum + centsOf(value), 0n);
}

function wordsOf(row: Row) {
  return {
    ...(row.agent === "" ? {} : { ownerPartnerId: publicIdOf("partner", row.agent) }),
    lines: row.lines.map(({ product, value }) => ({
      productId: publicIdOf("product", product),
      amount: usd(value),
    })),
    value: usd(dollars(closeCents(row))),
    closedOn: row.closeDay,
  };
}

function rulesAt(rates: Rates) {
  const [commission, override] = planFile.rules.components;
  return {
    ...planFile.rules,
    components: [
      {
        ...commission,
        rate: { kind: "by-series", rates: rates.ofSeries },
        multiplier: { ladder: "agent-tiers", by: rates.ofTier },
      },
      { ...override, rate: { kind: "flat", rate: rates.ofOverride } },
    ],
  };
}
