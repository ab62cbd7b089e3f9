import { Trans, useLingui } from "@lingui/react/macro";
import type { Ladder } from "#ecosystem/ladders/contract.ts";
import { listPeople } from "#ecosystem/people/contract.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { Note } from "#ui/feedback/Note.tsx";
import { useFormat } from "#ui/format/useFormat.ts";
import { useReader } from "#ui/reader/reader.tsx";

/** Told to who may draft plans and not create ladders: who can, by name where the reader may know. */
export function WhoCreatesLadders({ ladders }: { ladders: readonly Ladder[] }) {
  const { t } = useLingui();
  const { can } = useReader();
  const format = useFormat();
  const people = useEndpoint(
    listPeople,
    { query: { side: "vendor", state: "active", limit: 200 } },
    { enabled: can("people.read") },
  );
  const names = (people.data?.items ?? [])
    .filter(({ roles }) => roles.includes("vendor-admin"))
    .map(({ name }) => name)
    .slice(0, 3);
  const who = names.length > 0 ? format.list(names) : t`an administrator`;
  const missing = format.list(ladders.map(({ label }) => label));
  return (
    <Note
      tone="warn"
      title={<Trans>Only an administrator creates ladders, and {missing} is not here yet</Trans>}
    >
      <Trans>
        Ask {who} to begin the plan from this file, or to create the ladder under Tiers: then you can begin it
        yourself.
      </Trans>
    </Note>
  );
}
