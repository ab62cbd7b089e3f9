import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient } from "../../../../test/world/client.ts";
import { createWorld, type World } from "../../../../test/world/world.ts";
import {
  acceptInvitation,
  changeRoles,
  deactivatePerson,
  getPerson,
  invite,
  listInvitations,
  lookUpInvitation,
  reactivatePerson,
  revokeInvitation,
} from "../contract.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const nobody = () => createClient(world.origin, {});
const tokenOf = (link: string | null) => link?.split("#")[1] ?? "";
const person = (who: keyof World["people"]) => ({ params: { personId: world.people[who].id } });

describe("an invitation", () => {
  test("says who invites whom to what, and lets a newcomer in once", async () => {
    const { link, mailed } = await world
      .as("admin")
      .call(invite, { body: { email: "Nora@Nordwind.example", roles: ["finance", "channel-manager"] } });
    expect(mailed).toBe(false);
    const token = tokenOf(link);
    expect(await nobody().call(lookUpInvitation, { body: { token } })).toEqual({
      vendorName: "Nordwind Systems",
      partnerName: null,
      invitedBy: "Ada Nordström",
      roles: ["finance", "channel-manager"],
      expiresAt: "2026-06-22T09:00:00Z",
      email: "nora@nordwind.example",
      hasSignIn: false,
    });
    const body = { token, name: "Nora Lind", password: "ten letters" };
    const { email, membershipId } = await nobody().call(acceptInvitation, { body });
    expect(email).toBe("nora@nordwind.example");
    const nora = await world.as("admin").call(getPerson, { params: { personId: membershipId } });
    expect(nora).toMatchObject({ name: "Nora Lind", roles: ["finance", "channel-manager"], you: false });
    expect((await nobody().post("/invitation-acceptances", body)).body.type).toBe("invitation-gone");
  });

  test("is listed by how it stands", async () => {
    const admin = world.as("admin");
    const invited = async (email: string) => admin.call(invite, { body: { email, roles: ["finance"] } });
    const gone = await invited("gone@nordwind.example");
    await admin.call(revokeInvitation, { params: { invitationId: gone.id } });
    expect((await invited("still@nordwind.example")).replaces).toBe(false);
    expect((await invited("still@nordwind.example")).replaces).toBe(true);
    const listed = async (state: "pending" | "accepted" | "revoked" | "expired") =>
      (await admin.call(listInvitations, { query: { state } })).items.map(({ email }) => email);
    expect(await listed("pending")).toContain("still@nordwind.example");
    expect(await listed("revoked")).toEqual(["still@nordwind.example", "gone@nordwind.example"]);
    expect(await listed("accepted")).toEqual(["nora@nordwind.example"]);
    expect(await listed("expired")).toEqual([]);
  });
});

describe("a person", () => {
  test("may be given roles by those who may give all roles of that side", async () => {
    const canOf = async (asker: "admin" | "channel-manager" | "birch-admin", who: keyof World["people"]) =>
      (await world.as(asker).call(getPerson, person(who))).can;
    expect(await canOf("admin", "finance")).toEqual({ changeRoles: true, endAccess: true });
    expect(await canOf("admin", "birch-seller")).toEqual({ changeRoles: false, endAccess: true });
    expect(await canOf("channel-manager", "finance")).toEqual({ changeRoles: false, endAccess: false });
    expect(await canOf("birch-admin", "birch-seller")).toEqual({ changeRoles: true, endAccess: true });
    expect((await world.as("birch-admin").get(`/people/${world.people["cedar-seller"].id}`)).status).toBe(
      404,
    );
    expect((await world.as("admin").call(getPerson, person("admin"))).you).toBe(true);
  });

  test("is not changed over the head of somebody who changed them first", async () => {
    const { version } = await world.as("admin").call(getPerson, person("finance-controller"));
    const roles = ["finance-controller", "finance"] as const;
    const asked = { ...person("finance-controller"), body: { roles: [...roles] }, ifMatch: version };
    expect((await world.as("admin").call(changeRoles, asked)).roles).toEqual(roles);
    const second = await world
      .as("admin")
      .patch(
        `/people/${world.people["finance-controller"].id}`,
        { roles: ["finance"] },
        { ifMatch: version },
      );
    expect(second.body).toMatchObject({ status: 409, type: "version-mismatch" });
  });

  test("loses access with the next request and gets it back as it was", async () => {
    const admin = world.as("birch-admin");
    await admin.call(deactivatePerson, person("birch-seller"));
    expect((await world.as("birch-seller").get("/me")).status).toBe(401);
    expect((await admin.call(reactivatePerson, person("birch-seller"))).deactivatedAt).toBeNull();
    expect((await world.as("birch-seller").get("/me")).status).toBe(200);
  });

  test("stays while they are the only administrator", async () => {
    const ended = await world
      .as("birch-admin")
      .post(`/people/${world.people["birch-admin"].id}/deactivation`);
    expect(ended.body).toMatchObject({ status: 409, type: "last-administrator" });
    expect(ended.body.detail).toContain("Berta Birch");
  });
});
