import { z } from "zod";
import { type Brand, neutralBrand } from "#ui/theme/brand.tsx";

/*
 * What this device remembers between visits: as whom the person was here last, in which colour, and the address with
 * which they signed in. None of it opens anything.
 */
const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/)
  .optional();
const KeptBrand = z.object({
  productName: z.string(),
  accent: colour,
  accentDark: colour,
  logos: z.object({ light: z.string().nullable(), dark: z.string().nullable() }),
});

const membershipKey = "hanse.membership";
const brandKey = "hanse.brand";
const emailKey = "hanse.email";

export function keptMembership(): string | null {
  return localStorage.getItem(membershipKey);
}

export function keepMembership(id: string | null): void {
  keep(membershipKey, id);
}

/** The brand of the last visit, so that the page does not change its looks while it opens. */
export function keptBrand(): Brand {
  try {
    const read = KeptBrand.safeParse(JSON.parse(localStorage.getItem(brandKey) ?? "null"));
    return read.success ? { ...neutralBrand, ...read.data } : neutralBrand;
  } catch {
    return neutralBrand;
  }
}

export function keepBrand(brand: Brand): void {
  keep(brandKey, JSON.stringify(brand));
}

export function keptEmail(): string {
  return localStorage.getItem(emailKey) ?? "";
}

export function keepEmail(email: string): void {
  keep(emailKey, email);
}

function keep(key: string, value: string | null): void {
  if (value === null) localStorage.removeItem(key);
  else localStorage.setItem(key, value);
}
