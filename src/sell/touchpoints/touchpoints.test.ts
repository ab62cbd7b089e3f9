import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listNotices, type Notice } from "#ecosystem/notices/contract.ts";
import type { PersonName } from "../../../test/world/cast.ts";
import { followRegistrations, submitOne } from "../../../test/world/played.ts";
import { race, tally } from "../../../test/world/race.ts";
import { tellEverybody } from "../../../test/world/told.ts";
import { createWorld, type World } from "../../../test/world/world.ts";
import { approveDeal, rejectDeal, tellDecision, withdrawDeal } from "../deals/contract.ts";
import {
  askTouchpointAgain,
  confirmTouchpoint,
  confirmTouchpoints,
  contestTouchpoint,
  getTouchpoint,
  listTouchpoints,
  logTouchpoint,
  type Touchpoint,
  withdrawTouchpoint,
} from "./contract.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const written = (more: object = {}) => ({
  kind: "demo" as const,
  occurredOn: "2026-06-10",
  withWhom: "Their head of purchasing",
  purpose: "The new pumps",
  ...more,
});
const log = (more: object = {}): Promise<Touchpoint> =>
  world
    .as("birch-seller")
    .call(logTouchpoint, { body: written({ opportunityId: world.opportunities.birchOpen.id, ...more }) });
const read = (id: string, who: "birch-seller" | "channel-manager" = "birch-seller") =>
  world.as(who).call(getTouchpoint, { params: { touchpointId: id } });
const contest = (id: string, reason = "Nobody there remembers it.") =>
  world.as("channel-manager").call(contestTouchpoint, { params: { touchpointId: id }, body: { reason } });
const confirm = (id: string, body: { opportunityId?: string } = {}) =>
  world.as("channel-manager").call(confirmTouchpoint, { params: { touchpointId: id }, body });

describe("logging", () => {
  test("is for an own opportunity, a registration or a customer, by the name that the partner knows", async () => {
    const seller = world.as("birch-seller");
    const deal = await submitOne(world, seller, "Logged Ltd");
    expect(await log()).toMatchObject({
      state: "recorded",
      about: { kind: "opportunity", name: "Birch Sales: new line" },
      can: { withdraw: true, addEvidence: true, confirm: false },
    });
    const onDeal = await seller.call(logTouchpoint, { body: written({ dealId: deal.id }) });
    expect(onDeal.about).toEqual({ kind: "deal", id: deal.id, name: "Logged Ltd" });
    const account = await seller.call(logTouchpoint, {
      body: written({ accountId: world.accounts.kvarner.id, kind: "introduction" }),
    });
    expect(account.about.name).toBe("Kvarner Marine");
  });

  test("on what a partner does not see, or merely looks on, is refused as unknown", async () => {
    const { birchOpen, firOpen, cedarOpen } = world.opportunities;
    const absent = `opp_${"0".repeat(32)}`;
    const cedar = world.as("cedar-admin");
    const unknown = await cedar.post("/touchpoints", written({ opportunityId: absent }));
    expect(unknown.status).toBe(422);
    for (const { id } of [birchOpen, firOpen]) {
      const refused = await cedar.post("/touchpoints", written({ opportunityId: id }));
      expect([refused.status, refused.body.errors]).toEqual([422, unknown.body.errors]);
    }
    const above = await world
      .as("alpine-seller")
      .post("/touchpoints", written({ opportunityId: cedarOpen.id }));
    expect([above.status, above.body.errors]).toEqual([422, unknown.body.errors]);
    const stranger = await world
      .as("fir-admin")
      .post("/touchpoints", written({ accountId: world.accounts.kvarner.id }));
    const nobody = await world
      .as("fir-admin")
      .post("/touchpoints", written({ accountId: `acc_${"0".repeat(32)}` }));
    expect([stranger.status, stranger.body.errors]).toEqual([422, nobody.body.errors]);
    const deal = await submitOne(world, world.as("birch-seller"), "Not Cedar's");
    const others = await cedar.post("/touchpoints", written({ dealId: deal.id }));
    expect(others).toMatchObject({ status: 422, body: { errors: [{ pointer: "/dealId" }] } });
  });

  test.each<[string, object, string]>([
    ["in the future", { occurredOn: "2026-06-16" }, "/occurredOn"],
    ["with nobody", { withWhom: " " }, "/withWhom"],
    ["for nothing", { purpose: "" }, "/purpose"],
    ["with a link that a browser would run", { link: "javascript:alert(1)" }, "/link"],
    ["for two things", { accountId: `acc_${"0".repeat(32)}` }, "/accountId"],
  ])("%s is refused beside its field", async (_what, more, pointer) => {
    const body = written({ opportunityId: world.opportunities.birchOpen.id, ...more });
    const answer = await world.as("birch-seller").post("/touchpoints", body);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });
});

describe("the vendor", () => {
  test("confirms, and what is confirmed stands", async () => {
    const { id } = await log();
    expect(await confirm(id)).toMatchObject({
      state: "confirmed",
      decidedBy: world.people["channel-manager"].name,
    });
    const partners = await read(id);
    expect(partners).toMatchObject({
      state: "confirmed",
      countsFor: null,
      can: { withdraw: false, addEvidence: false, askAgain: false },
    });
    const seller = world.as("birch-seller");
    const form = new FormData();
    form.set("file", new Blob(["later\n"]), "later.txt");
    for (const answer of [
      await seller.post(`/touchpoints/${id}/withdrawal`),
      await seller.send("POST", `/touchpoints/${id}/files`, form),
      await world.as("channel-manager").post(`/touchpoints/${id}/contest`, { reason: "After all not." }),
      await world.as("channel-manager").post(`/touchpoints/${id}/confirmation`, {}),
    ])
      expect(answer).toMatchObject({ status: 409, body: { type: expect.stringContaining("not-open") } });
  });

  test("contests with a reason that the partner reads; it asks again once", async () => {
    const { id } = await log();
    await contest(id);
    expect(await read(id)).toMatchObject({ state: "contested", reason: "Nobody there remembers it." });
    const seller = world.as("birch-seller");
    const params = { touchpointId: id };
    const again = await seller.call(askTouchpointAgain, { params, body: { remark: "Ask Kari." } });
    expect(again).toMatchObject({ state: "recorded", remark: "Ask Kari." });
    await contest(id, "Kari was not there.");
    expect((await read(id)).can).toMatchObject({ askAgain: false, withdraw: true });
    expect((await seller.post(`/touchpoints/${id}/appeal`, { remark: "Still." })).status).toBe(409);
    expect((await confirm(id)).state).toBe("confirmed");
  });

  test("confirms many at once, all or none", async () => {
    const many = [await log(), await log(), await log()];
    const gone = await log();
    await world.as("birch-seller").call(withdrawTouchpoint, { params: { touchpointId: gone.id } });
    const manager = world.as("channel-manager");
    const touchpointIds = [...many, gone].map(({ id }) => id);
    expect((await manager.post("/touchpoint-confirmations", { touchpointIds })).status).toBe(409);
    expect((await read(many[0]?.id ?? "")).state).toBe("recorded");
    const done = await manager.call(confirmTouchpoints, {
      body: { touchpointIds: many.map(({ id }) => id) },
    });
    expect(done).toEqual({ confirmed: 3 });
    const told = await world.admin.query(
      "select count(*)::int as count from event where type = 'touchpoint.confirmed' and subject_id = any ($1)",
      [many.map(({ id }) => id.slice(4))],
    );
    expect(told.rows).toEqual([{ count: 3 }]);
  });

  test("confirms once, however many try", async () => {
    const { id } = await log();
    const confirming = await race(6, () =>
      world.as("channel-manager").post(`/touchpoints/${id}/confirmation`, {}),
    );
    expect(tally(confirming)).toEqual({ 200: 1, 409: 5 });
    expect((await read(id)).state).toBe("confirmed");
  });
});

describe("who sees one", () => {
  test("its partner, those above it and the vendor; another partner as one that is not there", async () => {
    const { id } = await log();
    for (const who of ["birch-admin", "alpine-admin", "finance"] as const)
      expect((await world.as(who).get(`/touchpoints/${id}`)).status, who).toBe(200);
    for (const who of ["cedar-admin", "fir-admin", "elm-admin"] as const)
      expect((await world.as(who).get(`/touchpoints/${id}`)).status, who).toBe(404);
    expect((await world.as("alpine-admin").post(`/touchpoints/${id}/withdrawal`)).status).toBe(404);
    const { items } = await world.as("cedar-admin").call(listTouchpoints, {});
    expect(items.filter(({ partner }) => partner.id !== world.partners.cedar.id)).toEqual([]);
  });

  test("evidence goes to them alone, as an attachment", async () => {
    const { id } = await log();
    const form = new FormData();
    form.set("file", new Blob(["They agreed.\n"]), "minutes.html");
    const added = await world.as("birch-seller").send("POST", `/touchpoints/${id}/files`, form);
    expect(added).toMatchObject({
      status: 201,
      body: { files: [{ contentType: "text/plain; charset=utf-8" }] },
    });
    const address = `/touchpoints/${id}/files/${added.body.files[0].id}`;
    const { body: link } = await world.as("channel-manager").get(address);
    const got = await fetch(`${world.origin}${link.url}`);
    expect(got.status).toBe(200);
    expect(got.headers.get("content-disposition")).toMatch(/^attachment; filename="minutes.html.txt"/);
    expect((await world.as("cedar-admin").get(address)).status).toBe(404);
    const script = new FormData();
    script.set("file", new Blob(["<svg onload='alert(1)'/>"]), "logo.png");
    expect((await world.as("birch-seller").send("POST", `/touchpoints/${id}/files`, script)).status).toBe(
      422,
    );
    expect((await world.as("birch-seller").delete(address)).body.files).toEqual([]);
  });

  test("no partner learns for whose sale one counts", async () => {
    const { id } = await log({ opportunityId: undefined, accountId: world.accounts.kvarner.id });
    const sale = world.opportunities.cedarOpen;
    expect((await confirm(id, { opportunityId: sale.id })).countsFor).toEqual({
      id: sale.id,
      name: sale.name,
    });
    const seen = await world.as("birch-seller").get(`/touchpoints/${id}`);
    expect(seen.body).toMatchObject({ state: "confirmed", countsFor: null });
    expect(seen.text).not.toContain("Cedar");
  });
});

describe("a registration", () => {
  const own = async (dealId: string) => {
    const { items } = await world
      .as("channel-manager")
      .call(listTouchpoints, { query: { dealId, kind: "registration" } });
    return items;
  };

  test("is recorded by its submission, once, and confirmed by its approval", async () => {
    const seller = world.as("birch-seller");
    const deal = await submitOne(world, seller, "Followed Ltd");
    await followRegistrations(world);
    await followRegistrations(world);
    expect(await own(deal.id)).toMatchObject([
      {
        state: "recorded",
        occurredOn: "2026-06-15",
        about: { name: "Followed Ltd" },
        can: { confirm: false },
      },
    ]);
    const [touch] = await own(deal.id);
    const early = await world.as("channel-manager").post(`/touchpoints/${touch?.id}/confirmation`, {});
    expect(early.status).toBe(409);
    const manager = world.as("channel-manager");
    const params = { dealId: deal.id };
    await manager.call(approveDeal, { params, ifMatch: deal.version, body: {} });
    await followRegistrations(world);
    expect((await own(deal.id))[0]?.state).toBe("recorded");
    await manager.call(tellDecision, { params });
    await followRegistrations(world);
    expect(await own(deal.id)).toMatchObject([{ state: "confirmed" }]);
  });

  test("is withdrawn with it, and stays recorded where it was rejected, for the vendor to judge", async () => {
    const seller = world.as("birch-seller");
    const manager = world.as("channel-manager");
    const back = await submitOne(world, seller, "Taken Back Ltd");
    await seller.call(withdrawDeal, { params: { dealId: back.id }, body: {} });
    const refused = await submitOne(world, seller, "Refused Touch Ltd");
    const params = { dealId: refused.id };
    const body = { reasonKey: "incomplete" as const, reason: "Nothing can be checked." };
    await manager.call(rejectDeal, { params, ifMatch: refused.version, body });
    await manager.call(tellDecision, { params });
    await followRegistrations(world);
    expect(await own(back.id)).toMatchObject([{ state: "withdrawn" }]);
    expect(await own(refused.id)).toMatchObject([{ state: "recorded", can: { confirm: true } }]);
    const waiting = await manager.call(listTouchpoints, { query: { view: "to-confirm", limit: 200 } });
    expect(waiting.items.filter(({ kind }) => kind === "registration")).toEqual([]);
  });
});

describe("what becomes of one is told", () => {
  const noticesOf = async (who: PersonName, id: string): Promise<Notice[]> => {
    await tellEverybody(world);
    const { items } = await world.as(who).call(listNotices, { query: { limit: 200 } });
    return items.filter(({ link }) => link === `/touchpoints/${id}`).toReversed();
  };
  const told = async (who: PersonName, id: string) => (await noticesOf(who, id)).map(({ kind }) => kind);

  test("to the vendor's deciders what waits for them; to its author and the administrators what was decided", async () => {
    const { id } = await log();
    await contest(id);
    const params = { touchpointId: id };
    await world.as("birch-seller").call(askTouchpointAgain, { params, body: { remark: "Ask Kari." } });
    await contest(id, "Kari was not there.");
    await confirm(id);
    const ofPartner = ["touchpoint.contested", "touchpoint.contested", "touchpoint.confirmed"];
    const ofVendor = ["touchpoint.to_confirm", "touchpoint.asked_again"];
    for (const who of ["birch-seller", "birch-admin"] as const)
      expect(await told(who, id), who).toEqual(ofPartner);
    for (const who of ["admin", "channel-manager"] as const)
      expect(await told(who, id), who).toEqual(ofVendor);
    for (const who of ["birch-earnings", "alpine-admin", "cedar-admin", "finance", "direct-seller"] as const)
      expect(await told(who, id), who).toEqual([]);

    const [first, second] = await noticesOf("birch-seller", id);
    expect(first).toMatchObject({
      title: "Touchpoint contested: Birch Sales: new line",
      text: expect.stringContaining("Demo, June 10, 2026, for this reason:\n\nNobody there remembers it."),
    });
    expect(first?.said.mayAskAgain).toBe(false);
    expect(second?.text).toContain("Kari was not there.");
    const [waits, again] = await noticesOf("admin", id);
    expect(waits?.title).toBe("Touchpoint to confirm: Birch Sales: new line, of Birch Sales");
    expect(again?.text).toContain("Ask Kari.");
  });

  test("that it may be asked again as long as it may, and never for whose sale it counts", async () => {
    const { id } = await log({ opportunityId: undefined, accountId: world.accounts.kvarner.id });
    await contest(id);
    expect((await noticesOf("birch-admin", id))[0]?.said).toMatchObject({ mayAskAgain: true });
    await confirm(id, { opportunityId: world.opportunities.cedarOpen.id });
    const notices = await noticesOf("birch-admin", id);
    expect(notices.map(({ kind }) => kind)).toEqual(["touchpoint.contested", "touchpoint.confirmed"]);
    expect(JSON.stringify(notices)).not.toContain("Cedar");
  });

  test("each of many that are confirmed at once; what a partner takes back, and a registration's own, to nobody", async () => {
    const many = [await log(), await log()];
    await world
      .as("channel-manager")
      .call(confirmTouchpoints, { body: { touchpointIds: many.map(({ id }) => id) } });
    for (const { id } of many) expect(await told("birch-seller", id)).toEqual(["touchpoint.confirmed"]);
    const { id } = await log();
    await world.as("birch-seller").call(withdrawTouchpoint, { params: { touchpointId: id } });
    expect(await told("admin", id)).toEqual(["touchpoint.to_confirm"]);
    expect(await told("birch-admin", id)).toEqual([]);
    const { items } = await world
      .as("birch-admin")
      .call(listTouchpoints, { query: { kind: "registration" } });
    for (const own of items) expect(await told("birch-admin", own.id)).toEqual([]);
  });
});
