import { type VendorServices, vendorRoutes } from "./server/routes.ts";

export { brandOf, logoBytes, logoPath } from "./server/brand.ts";
export { policy } from "./server/policy.ts";
export { announceSetup, closeSetup } from "./server/setup.ts";
export { addMember, createVendor, type NewVendor } from "./server/vendors.ts";

export function routes(services: VendorServices) {
  return vendorRoutes(services);
}
