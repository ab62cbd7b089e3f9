import { useLingui } from "@lingui/react/macro";
import { hourInZone, useNow } from "#ui/format/now.ts";
import { useOwnZone, useReader } from "#ui/reader/reader.tsx";

/** A greeting by name and time of day, as the reader's own zone has it. */
export function useGreeting(): string {
  const { t } = useLingui();
  const { name } = useReader();
  const now = useNow();
  const hour = hourInZone(now, useOwnZone());
  const first = name.split(/\s+/)[0] ?? name;
  if (hour < 5) return t`Good night, ${first}`;
  if (hour < 12) return t`Good morning, ${first}`;
  if (hour < 18) return t`Good afternoon, ${first}`;
  return t`Good evening, ${first}`;
}
