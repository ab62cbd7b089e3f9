export { BelowPanel } from "./BelowPanel.tsx";
export { SalesStats } from "./SalesStats.tsx";
