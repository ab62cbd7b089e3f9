import { Trans, useLingui } from "@lingui/react/macro";
import { IconFileImport } from "@tabler/icons-react";
import { useEndpoint } from "#ui/api/query.ts";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { ListSkeleton } from "#ui/feedback/Skeletons.tsx";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { useUrlValues } from "#ui/link/useUrlValues.ts";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import type { Filter } from "#ui/table/filters.ts";
import { DateTime } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { type ImportSummary, listImports } from "../contract.ts";
import { states } from "../import.ts";
import { FirstSteps } from "./FirstSteps.tsx";
import { ImportState, stateWords } from "./ImportState.tsx";
import { kindNamed, kindOrder, kindWords } from "./kindWords.ts";
import { StartDialog } from "./StartDialog.tsx";
import { useResultText } from "./useResultText.ts";

/** What was brought in from files, and where the next file goes. `?new=products` opens the start. */
export function ImportsPage() {
  const { t } = useLingui();
  const [address, change] = useUrlValues();
  const recent = useEndpoint(listImports, { query: { limit: 200 } });
  const start = (kind: string) => change({ new: kind });
  return (
    <Page>
      <PageHeader
        title={t`Imports`}
        lead={t`A file is checked first. Nothing of it is taken over before you say so, and then it can be undone.`}
        action={{ label: t`Import a file`, icon: IconFileImport, onClick: () => start("file") }}
      />
      <Loaded query={recent} skeleton={<ListSkeleton rows={4} />}>
        {({ items }) => (
          <>
            <FirstSteps recent={items} onStart={start} />
            {items.length > 0 && <ImportsTable />}
          </>
        )}
      </Loaded>
      <StartDialog
        opened={address.new !== undefined}
        kind={kindNamed(address.new)}
        onClose={() => change({ new: "" })}
      />
    </Page>
  );
}

function ImportsTable() {
  const { t, i18n } = useLingui();
  const href = useRecordHref();
  const resultText = useResultText();
  const columns: readonly Column<ImportSummary>[] = [
    { id: "file", header: t`File`, card: "title", cell: (one) => one.fileName },
    {
      id: "number",
      header: t`Import`,
      width: 80,
      align: "end",
      optional: true,
      cell: (one) => <Count value={one.number} />,
    },
    { id: "kind", header: t`Kind`, width: 125, cell: (one) => i18n._(kindWords[one.kind].name) },
    { id: "state", header: t`State`, width: 145, cell: (one) => <ImportState one={one} /> },
    {
      id: "rows",
      header: t`Rows`,
      width: 75,
      align: "end",
      cell: (one) => <Count value={one.progress.rowsTotal} />,
    },
    {
      id: "result",
      header: t`Result`,
      width: 170,
      cell: (one) => (one.result ? resultText(one.result) : one.failure && t`See why`),
    },
    { id: "who", header: t`By`, width: 145, cell: (one) => one.startedBy.name },
    { id: "when", header: t`Uploaded`, width: 125, cell: (one) => <DateTime value={one.createdAt} brief /> },
  ];
  const filters: readonly Filter[] = [
    {
      kind: "select",
      name: "kind",
      label: t`Kind`,
      options: kindOrder.map((kind) => ({ value: kind, label: i18n._(kindWords[kind].name) })),
    },
    {
      kind: "select",
      name: "state",
      label: t`State`,
      options: states.map((state) => ({ value: state, label: i18n._(stateWords[state]) })),
    },
  ];
  return (
    <DataTable
      id="imports"
      label={t`Imports`}
      endpoint={listImports}
      columns={columns}
      filters={filters}
      rowKey={(one) => one.id}
      rowHref={(one) => href("import", one.id)}
      csv
      empty={
        <EmptyState icon={IconFileImport} title={t`Nothing was imported yet`}>
          <Trans>Each file that is brought in stands here, with what became of its rows.</Trans>
        </EmptyState>
      }
    />
  );
}
