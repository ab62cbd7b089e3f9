import { invalid } from "../problem.ts";

/** @throws Problem 422 at `/timezone` for what is no IANA time zone */
export function refuseUnknownZone(zone: string): void {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
  } catch {
    throw invalid("/timezone", `"${zone}" is not a time zone. Write one such as Europe/Berlin.`);
  }
}
