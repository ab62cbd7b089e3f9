import { useLingui } from "@lingui/react/macro";
import { ActionIcon } from "@mantine/core";
import { IconArrowBackUp, IconCheck, IconDots } from "@tabler/icons-react";
import { useState } from "react";
import type { Act } from "#ui/act/Act.tsx";
import { ActMenu } from "#ui/act/ActMenu.tsx";
import { RecordLink, useRecordHref } from "#ui/link/RecordLink.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { type FileColumn, useSaveRows } from "#ui/table/rowsFile.ts";
import { DayText, MonthText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import type { BatchPayee, Payee, PayoutRecord } from "../contract.ts";
import { useEvidenceColumns } from "./evidence.tsx";
import { PayDialog, ReturnDialog } from "./PaymentDialogs.tsx";
import { PayeeState } from "./PayoutState.tsx";

interface Open {
  what: "pay" | "return";
  payee: Payee;
}

/** What a bank or a spreadsheet needs of a batch. */
const payeeFile: readonly FileColumn<BatchPayee>[] = [
  { header: "partner", value: (row) => row.partner.name },
  { header: "amount", value: (row) => row.amount.amount },
  { header: "currency", value: (row) => row.amount.currency },
  { header: "statement", value: (row) => row.statement.number },
  { header: "period", value: (row) => row.statement.period },
  { header: "state", value: (row) => row.state },
  { header: "reference", value: (row) => row.reference },
  { header: "paidOn", value: (row) => row.paidOn },
  { header: "returnedOn", value: (row) => row.returnedOn },
  { header: "returnReason", value: (row) => row.returnReason },
  { header: "payment", value: (row) => row.id },
];

/** The payees of a batch: how each payment stands, and what can be recorded of it. */
export function Payees({ batch }: { batch: PayoutRecord }) {
  const { t } = useLingui();
  const { can } = useReader();
  const href = useRecordHref();
  const [open, setOpen] = useState<Open | null>(null);
  const maySettle = batch.state === "released" && can("payout.pay");
  const actsOf = (payee: Payee): Act[] => {
    if (!maySettle) return [];
    if (payee.state === "released") {
      return [{ label: t`Record as paid`, icon: IconCheck, onClick: () => setOpen({ what: "pay", payee }) }];
    }
    if (payee.state !== "paid") return [];
    return [
      {
        label: t`Record that it came back`,
        icon: IconArrowBackUp,
        onClick: () => setOpen({ what: "return", payee }),
      },
    ];
  };
  const evidence = useEvidenceColumns<BatchPayee>();
  const isMade = batch.state === "made";
  const save = useSaveRows(t`Batch ${batch.number}`, batch.items, payeeFile);
  const columns: readonly (Column<BatchPayee> | false)[] = [
    { id: "partner", header: t`Partner`, card: "title", cell: (row) => row.partner.name },
    !isMade && { id: "state", header: t`State`, width: 150, cell: (row) => <PayeeState state={row.state} /> },
    {
      id: "statement",
      header: t`Statement`,
      width: 120,
      cell: (row) => (
        <RecordLink noun="statement" id={row.statementId} plain>
          <MonthText value={row.statement.period} short />
        </RecordLink>
      ),
    },
    ...(isMade ? evidence : []),
    batch.state === "released" && {
      id: "day",
      header: t`On`,
      width: 130,
      cell: (row) => row.paidOn && <DayText value={row.returnedOn ?? row.paidOn} />,
    },
    batch.state === "released" && {
      id: "reference",
      header: t`Reference or reason`,
      width: 200,
      cell: (row) => row.returnReason ?? row.reference,
    },
    {
      id: "amount",
      header: t`Amount`,
      align: "end",
      width: 130,
      card: "amount",
      cell: (row) => <Money value={row.amount} href={href("payment", row.id)} />,
    },
    maySettle && {
      id: "acts",
      header: t`Next`,
      align: "end",
      width: 70,
      cell: (row) =>
        actsOf(row).length > 0 ? <PayeeActs name={row.partner.name} acts={actsOf(row)} /> : null,
    },
  ];
  const close = () => setOpen(null);
  return (
    <Section title={t`Payees`} action={save} flush>
      <RowsTable
        label={t`Payees`}
        rows={batch.items}
        columns={columns.filter((column) => column !== false)}
        rowKey={(row) => row.id}
        rowHref={(row) => href("payment", row.id)}
        totals={{
          partner: t`Together`,
          amount: <Money value={batch.total} />,
        }}
      />
      {open?.what === "pay" && <PayDialog batch={batch} payee={open.payee} onClose={close} />}
      {open?.what === "return" && <ReturnDialog batch={batch} payee={open.payee} onClose={close} />}
    </Section>
  );
}

function PayeeActs({ name, acts }: { name: string; acts: readonly Act[] }) {
  const { t } = useLingui();
  return (
    <ActMenu acts={acts}>
      <ActionIcon size="sm" aria-label={t`What to record for ${name}`}>
        <IconDots size={16} />
      </ActionIcon>
    </ActMenu>
  );
}
