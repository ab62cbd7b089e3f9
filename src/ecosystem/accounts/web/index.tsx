export { AccountRecord } from "./AccountRecord.tsx";
export { CountryField } from "./CountryField.tsx";
export { countryOfSite } from "./countryOfSite.ts";
