export { AccountRecord } from "./AccountRecord.tsx";
