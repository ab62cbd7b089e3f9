export * from "./contract/deciding.ts";
export * from "./contract/registering.ts";
export * from "./contract/registration.ts";
export { type DealAct, type State, states, undecided } from "./deal.ts";
