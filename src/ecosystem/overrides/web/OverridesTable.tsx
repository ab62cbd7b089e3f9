import { Trans, useLingui } from "@lingui/react/macro";
import { IconMapPins } from "@tabler/icons-react";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { dayBefore } from "#ui/format/time.ts";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { listOverrides, overrideStates, type ProgramOverride } from "../contract.ts";
import { OverrideState } from "./OverrideState.tsx";
import classes from "./overrides.module.css";
import { useOverrideWords } from "./useOverrideWords.tsx";
import { WhatHolds } from "./WhatHolds.tsx";

interface OverridesTableProps {
  /** One program alone; all of these, told apart by a column, where it is not given. */
  program?: Named;
  programs?: readonly Named[];
}

interface Named {
  id: string;
  name: string;
}

/** The overrides of one program or of all, each beside what its program says to all. */
export function OverridesTable({ program, programs = [] }: OverridesTableProps) {
  const { t } = useLingui();
  const { can } = useReader();
  const words = useOverrideWords();
  const columns = useColumns();
  const only = program ?? (programs.length === 1 ? programs[0] : undefined);
  const ofProgram: Column<ProgramOverride> = {
    id: "program",
    header: t`Program`,
    width: 160,
    cell: (row) => row.program.name,
  };
  return (
    <DataTable
      id="program-overrides"
      label={only ? t`Overrides of ${only.name}` : t`Regional overrides`}
      endpoint={listOverrides}
      fixed={program && { programId: program.id }}
      columns={only ? columns : [...columns.slice(0, 1), ofProgram, ...columns.slice(1)]}
      filters={[
        ...(only
          ? []
          : [
              {
                kind: "select" as const,
                name: "programId",
                label: t`Program`,
                options: programs.map(({ id, name }) => ({ value: id, label: name })),
              },
            ]),
        {
          kind: "select",
          name: "state",
          label: t`State`,
          options: overrideStates.map((state) => ({ value: state, label: words.states[state] })),
        },
        {
          kind: "select",
          name: "endsSoon",
          label: t`Last day`,
          options: [{ value: "yes", label: t`Within 30 days` }],
        },
      ]}
      rowKey={(row) => row.id}
      rowHref={(row) => `/program-overrides/${row.id}`}
      csv
      empty={
        <EmptyState
          icon={IconMapPins}
          title={
            only
              ? t`Everywhere holds what ${only.name} says to all`
              : t`Everywhere holds what the programs say to all`
          }
          action={
            can("program-override.propose")
              ? { label: t`Propose an override`, to: "/program-overrides/new" }
              : undefined
          }
        >
          <Trans>
            A region or a country can ask for less, give more, or protect deals for longer: with a reason,
            from a day to a day, once an administrator has approved it.
          </Trans>
        </EmptyState>
      }
    />
  );
}

function useColumns(): Column<ProgramOverride>[] {
  const { t } = useLingui();
  const words = useOverrideWords();
  return [
    { id: "place", header: t`Where`, width: 150, card: "title", cell: (row) => words.place(row.scope) },
    {
      id: "what",
      header: t`What`,
      width: 220,
      cell: (row) => <div className={classes.sentence}>{words.parameter(row.about, row.parameter)}</div>,
    },
    {
      id: "holds",
      header: t`What holds`,
      cell: (row) => (
        <div className={classes.sentence}>
          <WhatHolds override={row} />
        </div>
      ),
    },
    {
      id: "state",
      header: t`State`,
      width: 170,
      wraps: true,
      cell: (row) => <OverrideState state={row.state} />,
    },
    {
      id: "until",
      header: t`Last day`,
      width: 140,
      cell: (row) => <DayText value={dayBefore(row.ended?.on ?? row.until)} />,
    },
  ];
}
