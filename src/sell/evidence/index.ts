export { handOut, type Kept, linkTo, requireFile, typeOf } from "./server/evidence.ts";
export { kindOf } from "./server/kind.ts";
