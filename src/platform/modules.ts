import type { VendorContext } from "./principal.ts";

/*
 * A vendor can switch whole modules off. Which feature belongs to which is said once, where the product is put
 * together; routes, jobs and handlers carry it from there, and what is off answers that vendor as if it were not there.
 */

/** What belongs to modules. It is off where any of them is; a part of none is the core, which is always on. */
export interface Owned {
  /** Absent until the product is put together: nothing runs of which nobody has said where it belongs. */
  modules?: readonly string[] | undefined;
}

/** The parts of a feature, each marked with the modules to which the feature belongs; what is marked stays as it is. */
export function inModules<Part extends Owned>(modules: readonly string[], parts: readonly Part[]): Part[] {
  return parts.map((part) => ({ ...part, modules: part.modules ?? modules }));
}

/** True where the vendor has switched off what this belongs to. */
export function isOff({ modules = [] }: Owned, vendor: Pick<VendorContext, "modulesOff">): boolean {
  return vendor.modulesOff.length > 0 && modules.some((module) => vendor.modulesOff.includes(module));
}

/** @throws Error for a part of which nobody has said whether it is of a module or of the core */
export function refuseUnowned(part: Owned, name: string): void {
  if (part.modules === undefined)
    throw new Error(`Nobody has said to which modules ${name} belongs, or that it belongs to none.`);
}
