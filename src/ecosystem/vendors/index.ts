import type { Pool } from "pg";
import type { Door } from "#platform/database/door.ts";
import { vendorRoutes } from "./server/routes.ts";

export { policy } from "./server/policy.ts";
export { announceSetup, closeSetup } from "./server/setup.ts";
export { addMember, createVendor, type NewVendor } from "./server/vendors.ts";

export function routes(services: { door: Door; ownerPool: Pool }) {
  return vendorRoutes(services);
}
