import { Trans, useLingui } from "@lingui/react/macro";
import { IconMapPins, IconPlus } from "@tabler/icons-react";
import { useEndpoint } from "#ui/api/query.ts";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { listPrograms } from "../../programs/contract.ts";
import { EndingSoon } from "./EndingSoon.tsx";
import { OverridesTable } from "./OverridesTable.tsx";
import "./serverSentences.ts";

/** What regions and countries do otherwise than the programs say to all. */
export function OverridesPage() {
  const { t } = useLingui();
  const { can } = useReader();
  const programs = useEndpoint(listPrograms, { query: { limit: 200 } });
  const some = programs.data?.items.length ?? 0;
  return (
    <Page>
      <PageHeader
        title={t`Regional overrides`}
        lead={t`What regions and countries do otherwise than a program says to all: why, who approved it, and until when.`}
        action={
          can("program-override.propose") && some > 0
            ? { label: t`Propose an override`, icon: IconPlus, to: "/program-overrides/new" }
            : undefined
        }
      />
      <Loaded query={programs}>
        {({ items }) =>
          items.length === 0 ? (
            <NoProgram />
          ) : (
            <>
              <EndingSoon />
              <OverridesTable programs={items} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function NoProgram() {
  const { t } = useLingui();
  return (
    <EmptyState icon={IconMapPins} title={t`There is no program yet`}>
      <Trans>
        Once a program says what holds for all, regions and countries can do some of it otherwise: thresholds,
        benefits, days of protection, agreements and content.
      </Trans>
    </EmptyState>
  );
}
