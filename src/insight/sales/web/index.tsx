export { PartneredStats } from "./PartneredStats.tsx";
export { TopPartners, TurningPartners } from "./PartnerTrends.tsx";
export { wonBetween } from "./places.ts";
export { WonByMonth } from "./WonByMonth.tsx";
export { type Won, WonStats } from "./WonStats.tsx";
