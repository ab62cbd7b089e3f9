import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Pool } from "pg";
import { changed, one, rows, type Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import { conflict, invalid } from "#platform/problem.ts";
import { principalOf } from "../../people/index.ts";
import { type Brand, events, type Logos, maxLogoBytes, maxLogoPixels } from "../contract.ts";
import { cleanPng } from "./png.ts";

export type Scheme = "light" | "dark";

/** Where browsers get a logo; its content never changes, so they keep it. */
export const logoPath = "/brand/logos";

export async function logosOf(tx: Tx): Promise<Logos> {
  return logosFrom(
    await rows(
      tx,
      sql<LogoRow>`select scheme, sha256, width, height from vendor_logo where vendor_id = ${tx.vendorId}`,
    ),
  );
}

interface LogoRow {
  scheme: Scheme;
  sha256: string;
  width: number;
  height: number;
}

function logosFrom(found: readonly LogoRow[]): Logos {
  const of = (wanted: Scheme) => {
    const row = found.find(({ scheme }) => scheme === wanted);
    return row === undefined
      ? null
      : { url: `${logoPath}/${row.sha256}.png`, width: row.width, height: row.height };
  };
  return { light: of("light"), dark: of("dark") };
}

/** @throws Problem 422 where it is no PNG, or a larger one than is shown anywhere */
export async function setLogo(tx: Tx, scheme: Scheme, base64: string): Promise<void> {
  const picture = cleanPng(Buffer.from(base64, "base64"));
  if (picture === null)
    throw invalid("/content", "This is no PNG picture. Save the logo as PNG and choose it again.");
  const { content, width, height } = picture;
  if (width < 1 || height < 1 || width > maxLogoPixels || height > maxLogoPixels)
    throw invalid(
      "/content",
      `The logo is ${width} × ${height} pixels: at most ${maxLogoPixels} each way are shown.`,
    );
  if (content.length > maxLogoBytes)
    throw invalid(
      "/content",
      `The logo has ${Math.ceil(content.length / 1024)} kB: at most 256 kB are sent with each page.`,
    );
  const sha256 = createHash("sha256").update(content).digest("hex");
  await sql`insert into vendor_logo (vendor_id, scheme, content, sha256, width, height, set_by, set_at)
    values (${tx.vendorId}, ${scheme}, ${content}, ${sha256}, ${width}, ${height}, ${principalOf(tx).membershipId}, ${tx.now().toString()})
    on conflict (vendor_id, scheme) do update set content = excluded.content, sha256 = excluded.sha256,
      width = excluded.width, height = excluded.height, set_by = excluded.set_by, set_at = excluded.set_at`.execute(
    tx.db,
  );
  await told(tx, { logo: scheme });
}

export async function dropLogo(tx: Tx, scheme: Scheme): Promise<void> {
  const gone = await changed(
    tx,
    sql`delete from vendor_logo where vendor_id = ${tx.vendorId} and scheme = ${scheme}`,
  );
  if (gone > 0) await told(tx, { logo: null, scheme });
}

async function told(tx: Tx, what: Record<string, unknown>): Promise<void> {
  await record(
    tx,
    events.settingChanged,
    { subject: { kind: "vendor", id: tx.vendorId } },
    { changed: what },
  );
}

/**
 * Refuses a host that another vendor has. Who asks for a host holds a lock on its name until it has it, so that of two
 * who ask at once the second one finds it taken; the look is across vendors, which no vendor's own role can do.
 */
export async function refuseTakenHost(tx: Tx, controlPool: Pool, host: string): Promise<void> {
  await one(
    tx,
    sql`select pg_advisory_xact_lock(hashtextextended(${`vendor host ${host}`}, 0)) is null as locked`,
  );
  const found = await controlPool.query("select 1 from vendor where host = $1 and vendor_id <> $2 limit 1", [
    host,
    tx.vendorId,
  ]);
  if (found.rowCount !== 0) throw conflict("host-taken", `Another company of this installation has ${host}.`);
}

interface BrandRow {
  vendor_id: string;
  name: string;
  product_name: string | null;
  accent_colour: string;
  accent_colour_dark: string | null;
}

/** What somebody sees who is nobody yet: the brand of the vendor whose host they came to, else the product's own. */
export async function brandOf(controlPool: Pool, host: string): Promise<Brand> {
  const found = await controlPool.query<BrandRow>(
    `select vendor_id, name, product_name, accent_colour, accent_colour_dark from vendor where host = $1
     order by created_at, vendor_id limit 1`,
    [host.toLowerCase()],
  );
  const [row] = found.rows;
  if (row === undefined)
    return {
      vendorName: null,
      productName: null,
      accentColour: null,
      accentColourDark: null,
      logos: logosFrom([]),
    };
  const logos = await controlPool.query<LogoRow>(
    "select scheme, sha256, width, height from vendor_logo where vendor_id = $1",
    [row.vendor_id],
  );
  return {
    vendorName: row.name,
    productName: row.product_name,
    accentColour: row.accent_colour,
    accentColourDark: row.accent_colour_dark,
    logos: logosFrom(logos.rows),
  };
}

/** The picture of an address that a page named; null where there is none any more. */
export async function logoBytes(controlPool: Pool, sha256: string): Promise<Buffer | null> {
  const found = await controlPool.query<{ content: Buffer }>(
    "select content from vendor_logo where sha256 = $1 limit 1",
    [sha256],
  );
  return found.rows[0]?.content ?? null;
}
