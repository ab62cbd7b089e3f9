import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import type { LadderTwo } from "../../ladders/contract.ts";

type MeasuredAt = LadderTwo["measuredAt"];

/** What has a level of its own: a partner, or one country or location of a partner. */
export interface Unit {
  partnerId: string;
  /** "" for the whole partner or its group, else a country's code or a location's id. */
  place: string;
  /** The one whose level is the partner's own, and to which facts count that name no place. */
  main: boolean;
  /** Where it is, for regional thresholds. */
  country: string | null;
  /** The partners whose facts add up here. */
  members: readonly string[];
  /** The partners of whom it counts what is so, such as an agreement: of a downline, its head alone. */
  bearers: readonly string[];
}

/** Who and where the partners are, on any day. */
export interface Whereabouts {
  unitsOn(day: string, measuredAt: MeasuredAt, partnerIds: Iterable<string>): Unit[];
  /** The country of a location. */
  countryOf(locationId: string): string | null;
  /** The partners and all whose facts may count with theirs: their groups and downlines, on any day. */
  withOthers(partnerIds: readonly string[]): string[];
}

interface LocationRow {
  partner_id: string;
  id: string;
  country: string;
  effective_from: string;
  effective_until: string | null;
  main_from: string | null;
  main_until: string | null;
}

interface EdgeRow {
  owns: boolean;
  parent_id: string;
  child_id: string;
  effective_from: string;
  effective_until: string | null;
}

/** Loads where partners are, who owns whom and who stands below whom, with all their days: two statements, whatever is asked afterwards. */
export async function loadWhereabouts(tx: Tx): Promise<Whereabouts> {
  const locations = await rows(
    tx,
    sql<LocationRow>`select l.partner_id, l.id, l.country, l.effective_from::text, l.effective_until::text,
        m.effective_from::text as main_from, m.effective_until::text as main_until
      from partner_location l
      left join partner_main_location m on m.vendor_id = l.vendor_id and m.partner_id = l.partner_id and m.location_id = l.id
      where l.vendor_id = ${tx.vendorId} order by l.partner_id, l.effective_from, l.id`,
  );
  const edges = await rows(
    tx,
    sql<EdgeRow>`select kind = 'owns' as owns, parent_id, child_id, effective_from::text, effective_until::text
      from partner_edge where vendor_id = ${tx.vendorId}`,
  );
  const [owns, leads] = [edges.filter((edge) => edge.owns), edges.filter((edge) => !edge.owns)];
  const ofPartner = Map.groupBy(locations, (row) => row.partner_id);
  const groupsOn = remembered((day: string) => joined(owns.filter((edge) => holds(edge, day))));
  const countries = new Map(locations.map((row) => [row.id, row.country]));
  const belowOn = remembered((day: string) => downlines(leads.filter((edge) => holds(edge, day))));
  const always = remembered((_: "") => ({ groups: joined(owns), below: downlines(leads) }));
  return {
    unitsOn: (day, measuredAt, partnerIds) => {
      const units: Unit[] = [];
      for (const partnerId of partnerIds) {
        const here = (ofPartner.get(partnerId) ?? []).filter((row) => holds(row, day));
        const group = measuredAt === "group" ? groupsOn(day).get(partnerId) : undefined;
        const bearers = group ?? [partnerId];
        const members = measuredAt === "downline" ? belowOn(day)(partnerId) : bearers;
        units.push(...unitsOf({ partnerId, members, bearers }, measuredAt, here, day));
      }
      return units;
    },
    countryOf: (locationId) => countries.get(locationId) ?? null,
    withOthers: (partnerIds) => {
      const { groups, below } = always("");
      return [...new Set(partnerIds.flatMap((id) => [...(groups.get(id) ?? []), ...below(id)]))];
    },
  };
}

function unitsOf(
  of: Pick<Unit, "partnerId" | "members" | "bearers">,
  measuredAt: MeasuredAt,
  locations: readonly LocationRow[],
  day: string,
): Unit[] {
  const main = locations.find((row) => isMain(row, day)) ?? locations[0];
  const whole = { ...of, place: "", main: true, country: main?.country ?? null };
  // Who has no place on record is measured as a whole.
  if (main === undefined || (measuredAt !== "country" && measuredAt !== "location")) return [whole];
  const keyOf = (row: LocationRow) => (measuredAt === "country" ? row.country : row.id);
  const places = new Map(locations.map((row) => [keyOf(row), row.country]));
  return [...places].map(([place, country]) => ({
    ...of,
    place,
    main: place === keyOf(main),
    country,
  }));
}

/** For each partner that is part of a group: all of the group. */
function joined(edges: readonly EdgeRow[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { parent_id: parent, child_id: child } of edges) {
    const one = groups.get(parent) ?? [parent];
    const other = groups.get(child) ?? [child];
    if (one === other) continue;
    const both = [...one, ...other];
    for (const id of both) groups.set(id, both);
  }
  return groups;
}

/** A partner with everybody below it, whether it masters them or distributes to them, however deep. */
function downlines(edges: readonly EdgeRow[]): (partnerId: string) => string[] {
  const below = Map.groupBy(edges, (edge) => edge.parent_id);
  return (partnerId) => {
    const found = new Set([partnerId]);
    for (const id of found) for (const { child_id: child } of below.get(id) ?? []) found.add(child);
    return [...found];
  };
}

function isMain({ main_from: from, main_until: until }: LocationRow, day: string): boolean {
  return from !== null && from <= day && (until === null || day < until);
}

function holds(row: { effective_from: string; effective_until: string | null }, day: string): boolean {
  return row.effective_from <= day && (row.effective_until === null || day < row.effective_until);
}

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
