import { z } from "zod";
import { eventType } from "#platform/events/event.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { DayJson, InstantJson, idJson, ListQuery, pageOf } from "#platform/http/wire.ts";
import { partnerRoles, vendorRoles } from "./roles.ts";

const tag = "People";
/** The languages in which people are spoken and written to. */
export const languages = ["en", "de", "ar"] as const;
export const personName = z.string().trim().min(1, "Write the person's name.").max(200);
export const email = z.email("Write an e-mail address such as name@example.com.").max(254);
export const password = z
  .string()
  .min(10, "Use at least 10 characters.")
  .max(128, "Use at most 128 characters.");
const RoleJson = z.enum([...vendorRoles, ...partnerRoles]);
const roles = z.array(RoleJson).min(1, "Choose at least one role.").max(5);

export const MembershipSummary = z.object({
  id: idJson("mem"),
  side: z.enum(["vendor", "partner"]),
  vendorName: z.string(),
  partnerName: z.string().nullable(),
});

export const Me = z
  .object({
    person: z.object({ name: z.string(), email: z.string() }),
    membership: z.object({
      id: idJson("mem"),
      roles: z.array(RoleJson),
      locale: z.string().nullable(),
      timezone: z
        .string()
        .nullable()
        .describe("The zone in which instants are told to them; null: not known yet"),
      version: z.int(),
    }),
    memberships: z.array(MembershipSummary).describe("All of this person's memberships, for switching"),
    side: z.enum(["vendor", "partner"]),
    vendor: z.object({
      id: idJson("ven"),
      name: z.string(),
      timezone: z.string(),
      fiscalYearStartMonth: z.int().describe("1 to 12: where its years and quarters begin"),
      currency: z.string(),
      locale: z.string(),
      accentColour: z.string(),
      accentColourDark: z.string().nullable(),
      productName: z.string().nullable(),
      logos: z
        .object({ light: z.string().nullable(), dark: z.string().nullable() })
        .describe("Addresses of the logo for light and for dark surfaces"),
      modulesOff: z.array(z.string()).describe("Modules that the vendor has switched off"),
    }),
    partner: z.object({ id: idJson("par"), name: z.string() }).nullable(),
    can: z.array(z.string()).describe("The acts that the membership's roles allow"),
  })
  .meta({ id: "Me" });
export type Me = z.infer<typeof Me>;

export const Person = z
  .object({
    id: idJson("mem"),
    name: z.string(),
    email: z.string(),
    side: z.enum(["vendor", "partner"]),
    partner: z.object({ id: idJson("par"), name: z.string() }).nullable(),
    roles: z.array(RoleJson),
    deactivatedAt: InstantJson.nullable(),
    mailFailing: z
      .object({ since: InstantJson, reason: z.string().describe("In the mail server's words") })
      .nullable()
      .describe("Mails to the address do not arrive, and none are sent"),
    createdAt: InstantJson,
    version: z.int(),
    you: z.boolean().describe("True: this is the membership that asks"),
    can: z.object({
      changeRoles: z.boolean().describe("Give them other roles"),
      endAccess: z.boolean().describe("End their access, or give it back"),
    }),
  })
  .meta({ id: "Person" });
export type Person = z.infer<typeof Person>;

export const Invitation = z
  .object({
    id: idJson("inv"),
    email: z.string(),
    side: z.enum(["vendor", "partner"]),
    partner: z.object({ id: idJson("par"), name: z.string() }).nullable(),
    roles: z.array(RoleJson),
    state: z.enum(["pending", "accepted", "revoked", "expired"]),
    invitedBy: z.string(),
    expiresAt: InstantJson,
    createdAt: InstantJson,
  })
  .meta({ id: "Invitation" });
export type Invitation = z.infer<typeof Invitation>;

export const ApiKey = z
  .object({
    id: idJson("key"),
    name: z.string(),
    hint: z.string().describe("The last four characters"),
    createdAt: InstantJson,
    expiresAt: InstantJson.nullable(),
    revokedAt: InstantJson.nullable(),
  })
  .meta({ id: "ApiKey" });
export type ApiKey = z.infer<typeof ApiKey>;

export const getMe = endpoint({
  method: "GET",
  path: "/me",
  summary: "Who I am, where, and what I may do",
  tag,
  response: Me,
});
export const changeMe = endpoint({
  method: "PATCH",
  path: "/me",
  summary: "Change how this membership calls and speaks to me",
  tag,
  body: z.object({
    name: personName.optional(),
    locale: z.enum(languages).nullable().optional(),
    timezone: z.string().min(1).max(60).nullable().optional().describe("An IANA zone such as Europe/Berlin"),
  }),
  response: Me,
});

export const listPeople = endpoint({
  method: "GET",
  path: "/people",
  summary: "People with access",
  tag,
  query: ListQuery.extend({
    search: z.string().max(200).optional(),
    partnerId: idJson("par").optional(),
    side: z.enum(["vendor", "partner"]).optional(),
    state: z.enum(["active", "deactivated"]).optional(),
  }),
  response: pageOf(Person),
});
export const getPerson = endpoint({
  method: "GET",
  path: "/people/{personId}",
  summary: "One person with access",
  tag,
  params: z.object({ personId: idJson("mem") }),
  response: Person,
});
export const changeRoles = endpoint({
  method: "PATCH",
  path: "/people/{personId}",
  summary: "Give a person other roles",
  tag,
  params: z.object({ personId: idJson("mem") }),
  body: z.object({ roles }),
  response: Person,
  ifMatch: true,
});
export const deactivatePerson = endpoint({
  method: "POST",
  path: "/people/{personId}/deactivation",
  summary: "End a person's access at once",
  tag,
  params: z.object({ personId: idJson("mem") }),
  response: Person,
});
export const reactivatePerson = endpoint({
  method: "DELETE",
  path: "/people/{personId}/deactivation",
  summary: "Give a person their access back",
  tag,
  params: z.object({ personId: idJson("mem") }),
  response: Person,
});

export const listInvitations = endpoint({
  method: "GET",
  path: "/invitations",
  summary: "Invitations, the newest first",
  tag,
  query: ListQuery.extend({
    partnerId: idJson("par").optional(),
    state: z.enum(["pending", "accepted", "revoked", "expired"]).optional(),
  }),
  response: pageOf(Invitation),
});
export const invite = endpoint({
  method: "POST",
  path: "/invitations",
  summary: "Invite a person by e-mail; an older invitation to the same address ends",
  tag,
  body: z.object({
    email,
    roles,
    partnerId: idJson("par")
      .optional()
      .describe("The partner whose person this will be; not given: the vendor's side, or one's own company"),
  }),
  response: Invitation.extend({
    link: z
      .string()
      .nullable()
      .describe("Shown once, where no mail server is set, to be handed over by the inviter"),
    mailed: z.boolean(),
    replaces: z
      .boolean()
      .describe("An older invitation to this address was still open; its link has stopped working"),
  }),
  status: 201,
});
export const revokeInvitation = endpoint({
  method: "DELETE",
  path: "/invitations/{invitationId}",
  summary: "Take an invitation back",
  tag,
  params: z.object({ invitationId: idJson("inv") }),
  response: Invitation,
});
export const lookUpInvitation = endpoint({
  method: "POST",
  path: "/invitation-lookups",
  summary: "What an invitation's link is for",
  tag,
  body: z.object({ token: z.string().min(1).max(200) }),
  response: z.object({
    vendorName: z.string(),
    partnerName: z.string().nullable(),
    invitedBy: z.string().describe("Who sent it"),
    roles: z.array(RoleJson),
    expiresAt: InstantJson,
    email: z.string(),
    hasSignIn: z.boolean().describe("True: sign in with this address first, then accept"),
  }),
});
export const acceptInvitation = endpoint({
  method: "POST",
  path: "/invitation-acceptances",
  summary: "Accept an invitation",
  tag,
  body: z.object({
    token: z.string().min(1).max(200),
    name: personName.optional(),
    password: password.optional(),
  }),
  response: z.object({
    email: z.string(),
    membershipId: idJson("mem").describe("What the person is now, for the header that says as whom they act"),
  }),
  status: 201,
});

export const listApiKeys = endpoint({
  method: "GET",
  path: "/api-keys",
  summary: "My API keys",
  tag: "API keys",
  query: ListQuery,
  response: pageOf(ApiKey),
});
export const createApiKey = endpoint({
  method: "POST",
  path: "/api-keys",
  summary: "Make an API key that acts as this membership; it is shown once",
  tag: "API keys",
  body: z.object({
    name: z.string().trim().min(1, "Name the key after what it is for.").max(100),
    expiresOn: DayJson.optional(),
  }),
  response: ApiKey.extend({ key: z.string() }),
  status: 201,
});
export const revokeApiKey = endpoint({
  method: "DELETE",
  path: "/api-keys/{keyId}",
  summary: "End an API key at once",
  tag: "API keys",
  params: z.object({ keyId: idJson("key") }),
  response: ApiKey,
});

const membershipPayload = z.object({ name: z.string(), roles: z.array(z.string()) });
export const events = {
  personInvited: eventType("person.invited", {
    reach: "people",
    payload: z.object({ email: z.string(), roles: z.array(z.string()) }),
  }),
  invitationRevoked: eventType("invitation.revoked", {
    reach: "people",
    payload: z.object({ email: z.string() }),
  }),
  membershipAccepted: eventType("membership.accepted", { reach: "people", payload: membershipPayload }),
  membershipChanged: eventType("membership.changed", { reach: "people", payload: membershipPayload }),
  membershipEnded: eventType("membership.ended", { reach: "people", payload: membershipPayload }),
  keyCreated: eventType("key.created", { reach: "own", payload: z.object({ name: z.string() }) }),
  keyRevoked: eventType("key.revoked", { reach: "own", payload: z.object({ name: z.string() }) }),
};
