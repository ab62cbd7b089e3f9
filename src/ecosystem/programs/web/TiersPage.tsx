import { Trans, useLingui } from "@lingui/react/macro";
import { IconPlus, IconStairs } from "@tabler/icons-react";
import { useEndpoint } from "#ui/api/query.ts";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { listPrograms } from "../contract.ts";
import { ProgramSections } from "./ProgramSections.tsx";
import { usePlansCrumb } from "./usePlansCrumb.ts";

/** The programs with their ladders: which level a partner has, from which bound on, and by which version. */
export function TiersPage() {
  const { t } = useLingui();
  const { can, side } = useReader();
  const programs = useEndpoint(listPrograms, { query: { limit: 200 } });
  const crumbs = usePlansCrumb();
  const create = can("program.manage")
    ? { label: t`New ladder`, icon: IconPlus, to: "/plans/tiers/new" }
    : undefined;
  return (
    <Page>
      <PageHeader title={t`Tiers`} crumbs={crumbs} lead={lead()} action={create} />
      <Loaded query={programs}>
        {({ items }) =>
          items.length === 0 ? (
            <Section title={t`Ladders`}>
              <EmptyState icon={IconStairs} title={t`There is no ladder yet`} action={create}>
                <Trans>
                  A ladder says which level a partner has in a quarter, by what it won in the one before.
                  Plans pay more on higher levels, and partners see how far it is to the next.
                </Trans>
              </EmptyState>
            </Section>
          ) : (
            items.map((program) => <ProgramSections key={program.id} program={program} />)
          )
        }
      </Loaded>
    </Page>
  );

  function lead(): string {
    if (side === "partner")
      return t`Which level a partner has in a quarter, by what it won in the one before.`;
    if (can("program.manage")) return t`The ladders that plans pay by. A published version never changes.`;
    return t`The ladders that plans pay by. An administrator writes them; a published version never changes.`;
  }
}
