import { afterAll, beforeAll, expect, test } from "vitest";
import { listNotices, type Notice } from "#ecosystem/notices/contract.ts";
import type { PersonName } from "../../../test/world/cast.ts";
import { race, tally } from "../../../test/world/race.ts";
import { tellEverybody } from "../../../test/world/told.ts";
import { createWorld, type World } from "../../../test/world/world.ts";
import {
  confirmPaySplit,
  getPaySplit,
  listPaySplits,
  type PaySplit,
  proposePaySplit,
  refusePaySplit,
  signPaySplit,
  withdrawPaySplit,
} from "./contract.ts";
import { layShares } from "./split.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const terms = "Birch found the customer, Cedar closes it.";

async function propose(opportunityId: string, birch = 6000): Promise<PaySplit> {
  return world.as("channel-manager").call(proposePaySplit, {
    params: { opportunityId },
    body: {
      participants: [
        { partnerId: world.partners.birch.id, shareBasisPoints: birch },
        { partnerId: world.partners.cedar.id, shareBasisPoints: 10_000 - birch },
      ],
      terms,
    },
  });
}

async function noticesOf(who: PersonName, split: PaySplit): Promise<Notice[]> {
  await tellEverybody(world);
  const { items } = await world.as(who).call(listNotices, { query: { limit: 200 } });
  return items.filter(({ link }) => link === `/pay-splits/${split.id}`).toReversed();
}
const told = async (who: PersonName, split: PaySplit) =>
  (await noticesOf(who, split)).map(({ kind }) => kind);

test.each([
  ["one alone", [["a", 10_000]], "at least two"],
  [
    "one twice",
    [
      ["a", 5000],
      ["a", 5000],
    ],
    "named twice",
  ],
  [
    "not 100 %",
    [
      ["a", 5000],
      ["b", 4999],
    ],
    "add up to 99.99 %",
  ],
  [
    "who has a claim left out",
    [
      ["b", 5000],
      ["c", 5000],
    ],
    "has a claim",
  ],
] as const)("a split of %s is refused", (_what, shares, sentence) => {
  const given = shares.map(([partnerId, shareBasisPoints]) => ({ partnerId, shareBasisPoints }));
  expect(() => layShares(given, ["a"])).toThrow(sentence);
});

test("it is in force once all have signed and the vendor has confirmed; each sees its own share alone", async () => {
  const { id } = world.opportunities.birchOpen;
  const split = await propose(id);
  expect(split).toMatchObject({ state: "open", waitsFor: "signatures", can: { confirm: false } });
  const params = { paySplitId: split.id };
  const early = await world.as("channel-manager").post(`/pay-splits/${split.id}/confirmation`, {});
  expect(early).toMatchObject({ status: 409, body: { type: "not-signed" } });

  const cedar = await world.as("cedar-admin").call(getPaySplit, { params });
  expect(cedar).toMatchObject({
    terms,
    proposedBy: null,
    participants: [
      { partner: { name: "Birch Sales" }, shareBasisPoints: null, signed: null },
      { partner: { name: "Cedar Reps" }, shareBasisPoints: 4000, signed: null },
    ],
  });
  for (const who of ["cedar-seller", "alpine-admin", "elm-admin", "direct-seller"] as const)
    expect((await world.as(who).get(`/pay-splits/${split.id}`)).status, who).not.toBe(200);

  await world.as("birch-admin").call(signPaySplit, { params });
  // Cedar cannot tell that Birch has signed.
  expect(await world.as("cedar-admin").call(getPaySplit, { params })).toEqual(cedar);
  expect(await world.as("birch-admin").post(`/pay-splits/${split.id}/signature`, {})).toMatchObject({
    status: 409,
    body: { type: "signed-already" },
  });
  await world.as("cedar-admin").call(signPaySplit, { params });
  const signed = await world.as("admin").call(getPaySplit, { params });
  expect(signed).toMatchObject({
    waitsFor: "confirmation",
    participants: [{ signed: { by: "Berta Birch" } }, { signed: { by: "Clara Cedar" } }],
  });
  const confirmed = await world.as("channel-manager").call(confirmPaySplit, { params });
  expect(confirmed).toMatchObject({ state: "in-force", confirmedBy: "Carl Mensah" });
  const late = await world.as("birch-admin").post(`/pay-splits/${split.id}/refusal`, { reason: "No." });
  expect(late).toMatchObject({ status: 409, body: { type: "in-force" } });
});

test("another split takes its place only with all of those in force; what was signed stays as it was", async () => {
  const { id } = world.opportunities.birchOpen;
  const without = await world.as("channel-manager").post(`/opportunities/${id}/pay-splits`, {
    participants: [
      { partnerId: world.partners.birch.id, shareBasisPoints: 5000 },
      { partnerId: world.partners.elm.id, shareBasisPoints: 5000 },
    ],
    terms,
  });
  expect(without).toMatchObject({ status: 422, body: { errors: [{ pointer: "/participants" }] } });
  const next = await propose(id, 3000);
  const params = { paySplitId: next.id };
  await world.as("birch-admin").call(signPaySplit, { params });
  await world.as("cedar-admin").call(signPaySplit, { params });
  await world.as("channel-manager").call(confirmPaySplit, { params });
  const { items } = await world.as("birch-admin").call(listPaySplits, { query: { opportunityId: id } });
  expect(items.map(({ state, participants }) => [state, participants[0]?.shareBasisPoints])).toEqual([
    ["in-force", 3000],
    ["replaced", 6000],
  ]);
});

test("any refusal ends it, whoever has signed; its reason is the vendor's alone to read", async () => {
  const { id } = world.opportunities.birchWon;
  const split = await propose(id);
  const params = { paySplitId: split.id };
  await world.as("birch-admin").call(signPaySplit, { params });
  const body = { reason: "We closed it alone." };
  await world.as("cedar-admin").call(refusePaySplit, { params, body });
  const birch = await world.as("birch-admin").call(getPaySplit, { params });
  expect(birch).toMatchObject({ state: "refused", ended: { by: null, reason: null }, can: { sign: false } });
  expect(await world.as("finance").call(getPaySplit, { params })).toMatchObject({
    ended: { by: "Clara Cedar", reason: "We closed it alone." },
  });
  expect(await world.as("cedar-admin").post(`/pay-splits/${split.id}/signature`, {})).toMatchObject({
    status: 409,
    body: { type: "over" },
  });
});

test("one proposal of a sale is open at a time, and the vendor can take it back", async () => {
  const { id } = world.opportunities.cedarWon;
  const split = await propose(id);
  const twice = await world.as("admin").post(`/opportunities/${id}/pay-splits`, {
    participants: split.participants.map(({ partner }) => ({
      partnerId: partner.id,
      shareBasisPoints: 5000,
    })),
    terms,
  });
  expect(twice).toMatchObject({ status: 409, body: { type: "proposed-already" } });
  const withdrawn = await world.as("admin").call(withdrawPaySplit, {
    params: { paySplitId: split.id },
    body: { reason: "The shares were not right." },
  });
  expect(withdrawn).toMatchObject({ state: "withdrawn" });
});

test("two who sign at once have both signed; a signature against a refusal leaves it refused", async () => {
  const { id } = world.opportunities.cedarWon;
  const both = await propose(id);
  const signers = ["birch-admin", "cedar-admin"] as const;
  const signed = await race(2, (n) =>
    world.as(signers[n] ?? "birch-admin").post(`/pay-splits/${both.id}/signature`, {}),
  );
  expect(tally(signed)).toEqual({ 201: 2 });
  const confirmed = await race(3, () => world.as("admin").post(`/pay-splits/${both.id}/confirmation`, {}));
  expect(tally(confirmed)).toEqual({ 201: 1, 409: 2 });

  const other = await propose(id, 5000);
  const [signature, refusal] = await race(2, (n) =>
    n === 0
      ? world.as("birch-admin").post(`/pay-splits/${other.id}/signature`, {})
      : world.as("cedar-admin").post(`/pay-splits/${other.id}/refusal`, { reason: "No." }),
  );
  expect(refusal?.status).toBe(201);
  expect([201, 409]).toContain(signature?.status);
  expect(await world.as("admin").call(getPaySplit, { params: { paySplitId: other.id } })).toMatchObject({
    state: "refused",
  });
});

test("is told: to its signers that it waits, to the vendor once all have signed, to who sees the money that it is in force", async () => {
  const { id } = world.opportunities.cedarOpen;
  const split = await propose(id);
  const params = { paySplitId: split.id };
  await tellEverybody(world);
  await world.as("birch-admin").call(signPaySplit, { params });
  expect(await told("admin", split)).toEqual([]);
  const [waits] = await noticesOf("cedar-admin", split);
  expect(waits).toMatchObject({ kind: "pay_split.to_sign", severity: "act" });
  // That Birch has signed is nobody's to know at Cedar, nor at Birch what Cedar gets.
  expect(await told("cedar-admin", split)).toEqual(["pay_split.to_sign"]);
  await world.as("cedar-admin").call(signPaySplit, { params });
  expect(await told("channel-manager", split)).toEqual(["pay_split.to_confirm"]);
  await world.as("channel-manager").call(confirmPaySplit, { params });
  for (const who of ["birch-admin", "cedar-admin"] as const) {
    expect(await told(who, split), who).toEqual(["pay_split.to_sign", "pay_split.in_force"]);
    expect(JSON.stringify((await noticesOf(who, split)).map(({ said }) => said))).not.toMatch(/\d{4}|Birch/);
  }
  expect(await told("birch-earnings", split)).toEqual(["pay_split.in_force"]);
  expect(await told("admin", split)).toEqual(["pay_split.to_confirm"]);
  for (const who of ["birch-seller", "alpine-admin", "elm-admin", "finance", "direct-seller"] as const)
    expect(await told(who, split), who).toEqual([]);
});

test("two who sign at once are told to the vendor once", async () => {
  const split = await propose(world.opportunities.cedarOpen.id, 5000);
  await race(2, (n) =>
    world.as(n === 0 ? "birch-admin" : "cedar-admin").post(`/pay-splits/${split.id}/signature`, {}),
  );
  expect(await told("admin", split)).toEqual(["pay_split.to_confirm"]);
  const body = { reason: "The terms were wrong." };
  await world.as("admin").call(withdrawPaySplit, { params: { paySplitId: split.id }, body });
  const [, withdrawn] = await noticesOf("cedar-admin", split);
  expect(withdrawn).toMatchObject({
    kind: "pay_split.withdrawn",
    text: expect.stringContaining(body.reason),
  });
});

test("a refusal is told to the vendor with its reason, to the participants without who or why", async () => {
  const split = await propose(world.opportunities.birchOpen.id);
  const params = { paySplitId: split.id };
  await tellEverybody(world);
  const body = { reason: "We closed it alone." };
  await world.as("cedar-admin").call(refusePaySplit, { params, body });
  expect(await noticesOf("channel-manager", split)).toMatchObject([
    {
      kind: "pay_split.turned_down",
      said: { partner: "Cedar Reps", reason: body.reason },
    },
  ]);
  expect(await told("birch-earnings", split)).toEqual(["pay_split.refused"]);
  // Who refused knows it.
  expect(await told("cedar-admin", split)).toEqual(["pay_split.to_sign"]);
  const notices = JSON.stringify(await noticesOf("birch-admin", split));
  expect(notices).toContain("pay_split.refused");
  expect(notices).not.toMatch(/Cedar Reps|closed it alone/);
});

test("the database refuses a split in force that is not whole, or not signed by all", async () => {
  const { id } = world.opportunities.birchWon;
  const split = await propose(id);
  const uuid = split.id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  const force = "update pay_split_share set in_force = true where split_id = $1";
  await expect(world.admin.query(force, [uuid])).rejects.toThrow("pay_split_share_signed_first");
  await world.admin.query(
    "update pay_split_share set signed_at = now(), signed_name = 'B', signed_by = $2 where split_id = $1 and from_bp = 0",
    [uuid, world.people["birch-admin"].uuid],
  );
  await expect(world.admin.query(`${force} and from_bp = 0`, [uuid])).rejects.toThrow("foreign key");
  const confirm = `insert into pay_split_confirmation (vendor_id, split_id, opportunity_id, confirmed_by, confirmed_at)
    select vendor_id, id, opportunity_id, proposed_by, now() from pay_split where id = $1`;
  await expect(world.admin.query(confirm, [uuid])).rejects.toThrow("foreign key");
});
