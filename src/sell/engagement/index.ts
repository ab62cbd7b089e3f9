import { tellStandardTexts } from "./server/handlers.ts";

export { calendarOf } from "./rules.ts";
export { policy } from "./server/policy.ts";
export { engagementRoutes as routes } from "./server/routes.ts";
export { currentRules, rulesById, standingRules } from "./server/store.ts";
export { textsPlace } from "./texts-ref.ts";

export function handlers() {
  return [tellStandardTexts()];
}
