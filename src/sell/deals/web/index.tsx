export { AccountProtection } from "./AccountProtection.tsx";
