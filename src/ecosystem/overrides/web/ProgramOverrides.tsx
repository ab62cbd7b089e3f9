import { useLingui } from "@lingui/react/macro";
import { IconPlus } from "@tabler/icons-react";
import { ActButton } from "#ui/act/Act.tsx";
import { Page } from "#ui/page/Page.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { EndingSoon } from "./EndingSoon.tsx";
import { OverridesTable } from "./OverridesTable.tsx";
import "./serverSentences.ts";

/** What regions and countries do otherwise than one program says, as a part of the program's page. */
export function ProgramOverrides({ program }: { program: { id: string; name: string } }) {
  const { t } = useLingui();
  const { can } = useReader();
  return (
    <Page>
      <EndingSoon program={program} />
      <OverridesTable program={program} />
      {can("program-override.propose") && (
        <div>
          <ActButton
            act={{
              label: t`Propose an override`,
              icon: IconPlus,
              to: `/program-overrides/new?programId=${program.id}`,
            }}
            variant="default"
          />
        </div>
      )}
    </Page>
  );
}
