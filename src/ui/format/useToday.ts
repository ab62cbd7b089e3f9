import { useReader } from "../reader/reader.tsx";
import { dayInZone, useNow } from "./now.ts";

/** Today in the vendor's calendar, `2026-03-31`: by it days are counted, wherever the reader is. */
export function useToday(): string {
  return dayInZone(useNow(), useReader().timeZone);
}
