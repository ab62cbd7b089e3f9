import { Plural, useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import type { Fact } from "#ui/page/Facts.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { listOverrides } from "../contract.ts";

/** How many overrides of a program hold today and how many of them end soon; nothing for who may not read them. */
export function useOverridesFact(programId: string, to: string): Fact[] {
  const { t } = useLingui();
  const { can } = useReader();
  const query = { programId, state: "in-force", limit: 200 } as const;
  const held = useEndpoint(listOverrides, { query }, { enabled: can("program-override.read") });
  if (held.data === undefined) return [];
  const { items } = held.data;
  const near = items.filter(({ endsSoon }) => endsSoon).length;
  return [
    {
      label: t`Regional overrides`,
      value: <Plural value={items.length} _0="none in force" one="# in force" other="# in force" />,
      to,
      hint: near > 0 && <Plural value={near} one="# ends within 30 days" other="# end within 30 days" />,
    },
  ];
}
