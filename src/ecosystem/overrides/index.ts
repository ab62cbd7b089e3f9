export { type Effective, effective, inForceOn, type Override } from "./effective.ts";
export { overridesOf, overridesOn } from "./server/in-force.ts";
export type { ParameterValue } from "./value.ts";
