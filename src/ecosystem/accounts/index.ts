export { createAccount } from "./server/accounts.ts";
export { countryOf } from "./server/country.ts";
export { importKind } from "./server/import.ts";
export { shareAccounts } from "./server/partner-accounts.ts";
export { policy } from "./server/policy.ts";
export { accountRoutes as routes } from "./server/routes.ts";
