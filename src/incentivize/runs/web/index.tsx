export { PostedMonthsSince } from "./PostedMonthsSince.tsx";
