export { builtInKinds, type FactKindSpec, wonValue } from "./kinds.ts";
