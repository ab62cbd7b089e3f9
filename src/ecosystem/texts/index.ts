export { parse, render } from "./icu.ts";
export { policy } from "./server/policy.ts";
export { type GivenText, putTexts, textsIn } from "./server/put.ts";
export { textRoutes as routes } from "./server/routes.ts";
export { icuFaults } from "./text.ts";
