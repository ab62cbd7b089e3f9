export { specializationsOn } from "./server/held.ts";
