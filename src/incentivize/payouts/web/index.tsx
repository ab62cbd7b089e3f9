export { OwnPayments } from "./OwnPayments.tsx";
