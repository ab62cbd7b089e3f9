import { Trans, useLingui } from "@lingui/react/macro";
import { IconHistory, IconMapPins } from "@tabler/icons-react";
import { useEndpoint } from "#ui/api/query.ts";
import type { Option } from "#ui/form/fields.tsx";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { NothingHere } from "#ui/page/NothingHere.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { getProgram, getProgramDraft, isProgramShaped } from "../../contract.ts";
import { DraftDecision } from "./DraftDecision.tsx";

interface ProgramDraftPageProps {
  programId: string;
  /** The plans by which a track can be paid, told by whoever knows them. */
  plans: readonly Option[];
}

/** The next version of a program: written, checked as one types, compared with what is in force, and published. */
export function ProgramDraftPage({ programId, plans }: ProgramDraftPageProps) {
  const { t } = useLingui();
  const { can } = useReader();
  const program = useEndpoint(getProgram, { params: { programId } });
  const draft = useEndpoint(getProgramDraft, { params: { programId } });
  return (
    <LoadedRecord query={program}>
      {(record) => (
        <LoadedRecord query={draft}>
          {(written) => {
            const { document } = written;
            if (!isProgramShaped(document)) return <NothingHere />;
            const next = record.versions + 1;
            return (
              <Page>
                <PageHeader
                  title={record.versions === 0 ? record.name : t`Version ${next} of ${record.name}`}
                  crumbs={[
                    { label: t`Programs`, to: "/programs" },
                    ...(record.versions === 0 ? [] : [{ label: record.name, to: `/programs/${record.id}` }]),
                  ]}
                  lead={
                    <Trans>
                      A draft is seen by your people alone. Published, it holds from its first day on.
                    </Trans>
                  }
                  menu={[
                    {
                      label: t`What the draft would have done`,
                      icon: IconHistory,
                      to: `/programs/${programId}/back-test`,
                    },
                    ...(can("program-override.propose")
                      ? [
                          {
                            label: t`Override it in a region`,
                            icon: IconMapPins,
                            to: `/program-overrides/new?programId=${programId}`,
                          },
                        ]
                      : []),
                  ]}
                />
                <DraftDecision program={record} draft={written} document={document} plans={plans} />
              </Page>
            );
          }}
        </LoadedRecord>
      )}
    </LoadedRecord>
  );
}
