export { setTypes, typesOn } from "./server/types.ts";
