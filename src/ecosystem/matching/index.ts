export { type DomainReading, readDomain } from "./domain.ts";
