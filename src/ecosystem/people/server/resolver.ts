import { createHash } from "node:crypto";
import type pg from "pg";
import type { Auth } from "#platform/auth/auth.ts";
import type { Authenticate } from "#platform/http/pipeline.ts";
import { toPublicId } from "#platform/ids.ts";
import type { Principal, Reach, Side, VendorContext } from "#platform/principal.ts";
import type { Clock } from "#platform/time/clock.ts";
import { actsOf, type Policy, partnerMoney } from "../roles.ts";

export interface ResolverDependencies {
  /** Connections that may look across vendors, and only at who is who. */
  controlPool: pg.Pool;
  auth: Auth;
  clock: Clock;
  policies: readonly Policy[];
  /** Says of an act whether the vendor has it: acts of modules that are off are nobody's. */
  isOn?: (act: string, vendor: VendorContext) => boolean;
}

interface MembershipRow {
  vendor_id: string;
  vendor_name: string;
  timezone: string;
  currency: string;
  fiscal_year_start_month: number;
  modules_off: string[];
  id: string;
  person_id: string;
  name: string;
  email: string;
  side: Side;
  partner_id: string | null;
  roles: string[];
}

/** How far down a master's sub-agents are looked for. */
const maxDepth = 5;

const membershipColumns = `m.vendor_id, v.name as vendor_name, v.timezone, v.currency, v.fiscal_year_start_month, v.modules_off,
  m.id, m.person_id, m.name, m.email, m.side, m.partner_id, m.roles`;

export function hashOfKey(key: string): Buffer {
  return createHash("sha256").update(key).digest();
}

/** Finds out who asks; also for a job that goes on in somebody's name, and for the operator who names a person. */
export type Resolver = Authenticate & {
  byMembership: (vendorId: string, id: string) => Promise<Principal | null>;
  byEmail: (email: string) => Promise<Principal | null>;
};

/** Who asks is told by the session's cookie or by an API key, and as which of their memberships by a header. */
export function createResolver(deps: ResolverDependencies): Resolver {
  const toPrincipal = (row: MembershipRow) => principalOf(deps, row);
  const resolve = async ({ headers }: { headers: Headers }): Promise<Principal | null> => {
    const row = await membershipRow(deps, headers);
    return row === null ? null : toPrincipal(row);
  };
  return Object.assign(resolve, {
    byMembership: async (vendorId: string, id: string) => {
      const row = await first(deps.controlPool, "m.vendor_id = $1 and m.id = $2", [vendorId, id]);
      return row === null ? null : toPrincipal(row);
    },
    byEmail: async (email: string) => {
      const row = await first(deps.controlPool, "m.email = $1", [email.toLowerCase()]);
      return row === null ? null : toPrincipal(row);
    },
  });
}

async function membershipRow(deps: ResolverDependencies, headers: Headers): Promise<MembershipRow | null> {
  const authorization = headers.get("authorization");
  if (authorization !== null) {
    const match = /^Bearer\s+(\S{1,200})$/i.exec(authorization);
    if (match?.[1] === undefined) return null;
    const found = await deps.controlPool.query<MembershipRow>({
      name: "membership-of-key",
      text: `select ${membershipColumns} from api_key k
        join membership m on m.vendor_id = k.vendor_id and m.id = k.membership_id
        join vendor v on v.vendor_id = m.vendor_id
        where k.key_hash = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > $2)
          and m.deactivated_at is null`,
      values: [hashOfKey(match[1]), deps.clock.now().toString()],
    });
    return found.rows[0] ?? null;
  }
  const token = deps.auth.sessionToken(headers);
  if (token === null) return null;
  const found = await deps.controlPool.query<MembershipRow>({
    name: "memberships-of-session",
    // The sign-in library writes sessions by the machine's time, so they end by it too.
    text: `select ${membershipColumns} from auth.session s
      join membership m on m.person_id = s."userId"
      join vendor v on v.vendor_id = m.vendor_id
      where s.token = $1 and s."expiresAt" > now() and m.deactivated_at is null
      order by m.created_at, m.id`,
    values: [token],
  });
  const wanted = headers.get("hanse-membership");
  if (wanted === null) return found.rows[0] ?? null;
  return found.rows.find((row) => toPublicId("mem", row.id) === wanted) ?? null;
}

async function first(pool: pg.Pool, where: string, values: unknown[]): Promise<MembershipRow | null> {
  const found = await pool.query<MembershipRow>(
    `select ${membershipColumns} from membership m join vendor v on v.vendor_id = m.vendor_id
     where ${where} and m.deactivated_at is null order by m.created_at, m.id limit 1`,
    values,
  );
  return found.rows[0] ?? null;
}

async function principalOf(deps: ResolverDependencies, row: MembershipRow): Promise<Principal> {
  const vendor = {
    id: row.vendor_id,
    name: row.vendor_name,
    timezone: row.timezone,
    currency: row.currency,
    fiscalYearStartMonth: row.fiscal_year_start_month,
    modulesOff: row.modules_off,
  };
  const { isOn = () => true } = deps;
  return {
    vendor,
    membershipId: row.id,
    personId: row.person_id,
    name: row.name,
    email: row.email,
    side: row.side,
    partnerId: row.partner_id,
    roles: row.roles,
    can: new Set([...actsOf(row.roles, deps.policies)].filter((act) => isOn(act, vendor))),
    reach: await reachOf(deps, row),
    databaseRole: databaseRoleOf(row),
  };
}

function databaseRoleOf(row: MembershipRow): Principal["databaseRole"] {
  if (row.side === "partner") return "hanse_partner";
  return row.roles.every((role) => role === "direct-seller") ? "hanse_seller" : "hanse_vendor";
}

/**
 * Its own company for everything; the sub-agents it is the master of, today, for deals alone. Money and people stay
 * with those whose role is to see them.
 */
async function reachOf(deps: ResolverDependencies, row: MembershipRow): Promise<Reach> {
  if (row.partner_id === null) return { own: [], deals: [], money: [], people: [] };
  const own = [row.partner_id];
  return {
    own,
    deals: [row.partner_id, ...(await downline(deps, row.vendor_id, row.partner_id, row.timezone))],
    money: row.roles.some((role) => partnerMoney.some((one) => one === role)) ? own : [],
    people: row.roles.includes("partner-admin") ? own : [],
  };
}

async function downline(
  deps: ResolverDependencies,
  vendorId: string,
  partnerId: string,
  zone: string,
): Promise<string[]> {
  const today = deps.clock.now().toZonedDateTimeISO(zone).toPlainDate().toString();
  const found = await deps.controlPool.query<{ child_id: string }>({
    name: "downline",
    text: `with recursive below as (
        select child_id, 1 as depth from partner_edge
        where vendor_id = $1 and parent_id = $2 and kind = 'master of' and effective_from <= $3 and (effective_until is null or effective_until > $3)
      union
        select e.child_id, b.depth + 1 from below b join partner_edge e on e.parent_id = b.child_id
        where e.vendor_id = $1 and e.kind = 'master of' and e.effective_from <= $3 and (e.effective_until is null or e.effective_until > $3) and b.depth < ${maxDepth}
      )
      select distinct child_id from below`,
    values: [vendorId, partnerId, today],
  });
  return found.rows.map((one) => one.child_id);
}
