export { TopPartners, TurningPartners } from "./PartnerTrends.tsx";
export { WonByMonth } from "./WonByMonth.tsx";
export { type Won, WonStats } from "./WonStats.tsx";
