import { randomBytes } from "node:crypto";
import type pg from "pg";
import type { Auth } from "#platform/auth/auth.ts";
import type { Door } from "#platform/database/door.ts";
import { record } from "#platform/events/record.ts";
import { listRoute, openRoute, type Route, route } from "#platform/http/route.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { vendorOf } from "#platform/jobs/jobs.ts";
import { invalid, notFound } from "#platform/problem.ts";
import type { Clock } from "#platform/time/clock.ts";
import { parseDay, startOfDay } from "#platform/time/day.ts";
import * as contract from "../contract.ts";
import * as invitations from "./invitations.ts";
import * as me from "./me.ts";
import * as people from "./people.ts";
import { hashOfKey } from "./resolver.ts";
import * as store from "./store.ts";

export interface PeopleDependencies {
  secret: string;
  controlPool: pg.Pool;
  door: Door;
  auth: Auth;
  clock: Clock;
  mailAvailable: boolean;
  /** Address at which people reach the pages. */
  publicUrl: () => string;
}

export function peopleRoutes(deps: PeopleDependencies): Route[] {
  return [
    ...meRoutes(deps),
    ...personRoutes(),
    ...invitationRoutes(deps),
    ...acceptanceRoutes(deps),
    ...keyRoutes(),
  ];
}

export function invitationLink(publicUrl: string, token: string): string {
  return `${publicUrl}/invitation#${token}`;
}

function meRoutes(deps: PeopleDependencies): Route[] {
  const membershipsOf = async (personId: string) => {
    const found = await deps.controlPool.query<{
      id: string;
      side: "vendor" | "partner";
      vendor_name: string;
      partner_name: string | null;
    }>(
      `select m.id, m.side, v.name as vendor_name, p.name as partner_name from membership m
       join vendor v on v.vendor_id = m.vendor_id left join partner p on p.vendor_id = m.vendor_id and p.id = m.partner_id
       where m.person_id = $1 and m.deactivated_at is null order by m.created_at, m.id`,
      [personId],
    );
    return found.rows.map((row) => ({
      id: toPublicId("mem", row.id),
      side: row.side,
      vendorName: row.vendor_name,
      partnerName: row.partner_name,
    }));
  };
  return [
    route(contract.getMe, { act: "any-member", handle: (tx) => me.presentMe(tx, membershipsOf) }),
    route(contract.changeMe, {
      act: "any-member",
      handle: async (tx, { body }) => {
        await me.changeMe(tx, body);
        return me.presentMe(tx, membershipsOf);
      },
    }),
  ];
}

function personRoutes(): Route[] {
  return [
    listRoute(contract.listPeople, {
      act: "people.read",
      handle: async (tx, { query }) => {
        const partnerId =
          query.partnerId === undefined ? undefined : fromPublicId("par", query.partnerId, "partner");
        const { rows, nextCursor } = await store.listPersonRows(tx, { ...query, partnerId });
        return { items: rows.map((row) => people.present(tx, row)), nextCursor };
      },
      csv: [
        { header: "name", value: (person) => person.name },
        { header: "email", value: (person) => person.email },
        { header: "side", value: (person) => person.side },
        { header: "partner", value: (person) => person.partner?.name ?? null },
        { header: "roles", value: (person) => person.roles.join(" ") },
        { header: "deactivatedAt", value: (person) => person.deactivatedAt },
      ],
    }),
    route(contract.getPerson, {
      act: "people.read",
      handle: (tx, { params }) => people.readPerson(tx, params.personId),
    }),
    route(contract.changeRoles, {
      act: "people.manage",
      handle: (tx, { params, body, ifMatch }) => people.changeRoles(tx, params.personId, body.roles, ifMatch),
    }),
    route(contract.deactivatePerson, {
      act: "people.manage",
      handle: (tx, { params }) => people.deactivate(tx, params.personId),
    }),
    route(contract.reactivatePerson, {
      act: "people.manage",
      handle: (tx, { params }) => people.reactivate(tx, params.personId),
    }),
  ];
}

function invitationRoutes(deps: PeopleDependencies): Route[] {
  return [
    route(contract.listInvitations, {
      act: "people.read",
      handle: async (tx, { query }) => {
        const partnerId =
          query.partnerId === undefined ? undefined : fromPublicId("par", query.partnerId, "partner");
        const { rows, nextCursor } = await store.listInvitationRows(tx, { ...query, partnerId });
        return { items: rows.map((row) => invitations.present(row, tx.now())), nextCursor };
      },
    }),
    route(contract.invite, {
      act: "people.invite",
      handle: async (tx, { body }) => {
        const { invitation, token, replaces } = await invitations.invite(tx, deps.secret, body);
        return {
          ...invitation,
          link: deps.mailAvailable ? null : invitationLink(deps.publicUrl(), token),
          mailed: deps.mailAvailable,
          replaces,
        };
      },
    }),
    route(contract.revokeInvitation, {
      act: "people.invite",
      handle: (tx, { params }) => invitations.revoke(tx, params.invitationId),
    }),
  ];
}

function acceptanceRoutes(deps: PeopleDependencies): Route[] {
  const find = async (token: string): Promise<invitations.PendingInvitation> => {
    const found = await deps.controlPool.query<invitations.PendingInvitation>(
      `select i.vendor_id, i.id, i.side, i.partner_id, i.email, i.roles, i.expires_at, v.name as vendor_name, p.name as partner_name,
         m.name as invited_by_name
       from invitation i join vendor v on v.vendor_id = i.vendor_id
       join membership m on m.vendor_id = i.vendor_id and m.id = i.invited_by
       left join partner p on p.vendor_id = i.vendor_id and p.id = i.partner_id
       where i.token_hash = $1 and i.accepted_at is null and i.revoked_at is null and i.expires_at > $2`,
      [invitations.hashOfToken(token), deps.clock.now().toString()],
    );
    const row = found.rows[0];
    if (row === undefined) throw invitations.goneInvitation();
    return row;
  };
  const asJob = async <T>(vendorId: string, act: Parameters<Door["withJob"]>[1]) => {
    const vendor = await vendorOf(deps.controlPool, vendorId);
    if (vendor === null) throw notFound("vendor");
    return deps.door.withJob(vendor, act) as Promise<T>;
  };
  return [
    openRoute(contract.lookUpInvitation, async ({ body }) => {
      const pending = await find(body.token);
      const hasSignIn = await asJob<boolean>(pending.vendor_id, (tx) =>
        invitations.hasSignIn(tx, pending.email),
      );
      return {
        vendorName: pending.vendor_name,
        partnerName: pending.partner_name,
        invitedBy: pending.invited_by_name,
        roles: pending.roles,
        expiresAt: pending.expires_at.toString(),
        email: pending.email,
        hasSignIn,
      };
    }),
    openRoute(contract.acceptInvitation, async ({ body }, caller) => {
      const pending = await find(body.token);
      const token = deps.auth.sessionToken(caller.headers);
      const session =
        token === null
          ? null
          : await deps.controlPool.query<{ userId: string }>(
              `select "userId" from auth.session where token = $1 and "expiresAt" > now()`,
              [token],
            );
      const membershipId = await asJob<string>(pending.vendor_id, (tx) =>
        invitations.accept(tx, pending, body, session?.rows[0]?.userId ?? null),
      );
      return { email: pending.email, membershipId: toPublicId("mem", membershipId) };
    }),
  ];
}

function keyRoutes(): Route[] {
  const present = (row: store.ApiKeyRow): contract.ApiKey => ({
    id: toPublicId("key", row.id),
    name: row.name,
    hint: row.hint,
    createdAt: row.created_at.toString(),
    expiresAt: row.expires_at?.toString() ?? null,
    revokedAt: row.revoked_at?.toString() ?? null,
  });
  return [
    route(contract.listApiKeys, {
      act: "any-member",
      handle: async (tx, { query }) => {
        const { rows, nextCursor } = await store.listKeyRows(tx, query);
        return { items: rows.map(present), nextCursor };
      },
    }),
    route(contract.createApiKey, {
      act: "any-member",
      handle: async (tx, { body }) => {
        const expiresAt =
          body.expiresOn === undefined
            ? null
            : startOfDay(parseDay(body.expiresOn, "/expiresOn"), tx.vendor.timezone);
        if (expiresAt !== null && Temporal.Instant.compare(expiresAt, tx.now()) <= 0)
          throw invalid("/expiresOn", "Choose a day that is still to come.");
        const key = newApiKey();
        const row = await store.insertKey(tx, {
          id: newId(),
          name: body.name,
          hash: hashOfKey(key),
          hint: key.slice(-4),
          expiresAt: expiresAt?.toString() ?? null,
        });
        await record(
          tx,
          contract.events.keyCreated,
          { subject: { kind: "key", id: row.id }, partnerId: people.principalOf(tx).partnerId },
          { name: row.name },
        );
        return { ...present(row), key };
      },
    }),
    route(contract.revokeApiKey, {
      act: "any-member",
      handle: async (tx, { params }) => {
        const row = await store.endKey(tx, fromPublicId("key", params.keyId, "API key"));
        if (row === null) throw notFound("API key");
        await record(
          tx,
          contract.events.keyRevoked,
          { subject: { kind: "key", id: row.id }, partnerId: people.principalOf(tx).partnerId },
          { name: row.name },
        );
        return present(row);
      },
    }),
  ];
}

/** 256 random bits behind a name that secret scanners can look for. */
export function newApiKey(): string {
  return `hanse_${randomBytes(32).toString("base64url")}`;
}
