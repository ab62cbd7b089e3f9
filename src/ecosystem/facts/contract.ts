export {
  assistedValue,
  builtInKinds,
  dealsWon,
  type FactKindSpec,
  registrationsApproved,
  wonValue,
} from "./kinds.ts";
