export { findPeriod, removePeriod, setTypes, typesOn, writePeriod } from "./server/types.ts";
