import { useLingui } from "@lingui/react/macro";
import { useNow } from "#ui/format/now.ts";
import { useReader } from "#ui/reader/reader.tsx";

/** A greeting by name and time of day, as the reader's device has it. */
export function useGreeting(): string {
  const { t } = useLingui();
  const { name } = useReader();
  const now = useNow();
  const hour = new Date(now).getHours();
  const first = name.split(/\s+/)[0] ?? name;
  if (hour < 5) return t`Good night, ${first}`;
  if (hour < 12) return t`Good morning, ${first}`;
  if (hour < 18) return t`Good afternoon, ${first}`;
  return t`Good evening, ${first}`;
}
