import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import { toPublicId } from "#platform/ids.ts";
import type { EdgeKind, Hierarchy, PartnerType } from "../contract.ts";
import { load } from "./partners.ts";
import { withinSight } from "./sight.ts";
import { holdsOn } from "./store.ts";

const maxLevels = 10;
const maxShown = 1000;

interface Step {
  id: string;
  name: string;
  kind: EdgeKind;
  level: number;
}

interface StepBelow extends Step {
  parent_id: string;
  types: PartnerType[];
  territory: string | null;
}

/** Who stands above and below a partner today, as far as the actor may see. */
export async function readHierarchy(tx: Tx, publicId: string): Promise<Hierarchy> {
  const { id } = await load(tx, publicId);
  const ancestors = await stepsAbove(tx, id);
  const below = await stepsBelow(tx, id);
  const shown = below.filter((step) => step.level <= maxLevels).slice(0, maxShown);
  return {
    ancestors: ancestors.map((step) => ({
      id: toPublicId("par", step.id),
      name: step.name,
      kind: step.kind,
      level: step.level,
    })),
    below: shown.map((step) => ({
      id: toPublicId("par", step.id),
      name: step.name,
      parentId: toPublicId("par", step.parent_id),
      kind: step.kind,
      level: step.level,
      types: step.types,
      territory: step.territory,
    })),
    complete: shown.length === below.length,
  };
}

/** Different kinds of edges may form a circle with each other, so a way never passes a partner twice. */
async function stepsAbove(tx: Tx, id: string): Promise<Step[]> {
  return rows(
    tx,
    sql<Step>`with recursive above as (
        select e.parent_id as id, e.kind, 1 as level, array[e.child_id, e.parent_id] as way
        from partner_edge e where e.vendor_id = ${tx.vendorId} and e.child_id = ${id} and ${holdsOn(sql`e`, tx.today().toString())}
        union all
        select e.parent_id, e.kind, above.level + 1, above.way || e.parent_id
        from above join partner_edge e on e.vendor_id = ${tx.vendorId} and e.child_id = above.id
        where above.level < ${maxLevels} and e.parent_id <> all (above.way) and ${holdsOn(sql`e`, tx.today().toString())}
      )
      select distinct on (above.level, p.sort_name, p.id, above.kind) p.id, p.name, above.kind, above.level
      from above join partner p on p.vendor_id = ${tx.vendorId} and p.id = above.id
      where ${withinSight(tx, sql`p.id`)} order by above.level, p.sort_name, p.id, above.kind limit ${maxShown}`,
  );
}

/** One level and one row more than are shown, to know whether that is all. */
async function stepsBelow(tx: Tx, id: string): Promise<StepBelow[]> {
  const today = tx.today().toString();
  return rows(
    tx,
    sql<StepBelow>`with recursive below as (
        select e.child_id as id, e.parent_id, e.kind, 1 as level, array[e.parent_id, e.child_id] as way
        from partner_edge e where e.vendor_id = ${tx.vendorId} and e.parent_id = ${id} and ${holdsOn(sql`e`, today)}
        union all
        select e.child_id, e.parent_id, e.kind, below.level + 1, below.way || e.child_id
        from below join partner_edge e on e.vendor_id = ${tx.vendorId} and e.parent_id = below.id
        where below.level <= ${maxLevels} and e.child_id <> all (below.way) and ${holdsOn(sql`e`, today)}
      )
      select p.id, p.name, p.territory, below.parent_id, below.kind, below.level,
        array(select t.type from partner_type t where t.vendor_id = p.vendor_id and t.partner_id = p.id
          and ${holdsOn(sql`t`, today)} order by t.type) as types
      from (select * from below limit ${10 * maxShown}) below
      join partner p on p.vendor_id = ${tx.vendorId} and p.id = below.id
      where ${withinSight(tx, sql`p.id`)} order by below.level, p.sort_name, p.id limit ${maxShown + 1}`,
  );
}
