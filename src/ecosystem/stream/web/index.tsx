export { EventTimeline } from "./EventTimeline.tsx";
