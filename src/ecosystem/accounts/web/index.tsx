export { AccountRecord } from "./AccountRecord.tsx";
export { countryOfSite } from "./countryOfSite.ts";
