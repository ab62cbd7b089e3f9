import { Trans, useLingui } from "@lingui/react/macro";
import { IconRotate2 } from "@tabler/icons-react";
import { useState } from "react";
import { ActButton } from "#ui/act/Act.tsx";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { type BenefitCase, takeBackUse } from "../contract.ts";
import { BenefitValue } from "./benefitWords.tsx";

type Use = BenefitCase["uses"][number];

/** What was used of a grant, by whom it was recorded, and the way to take a mistake back. */
export function Uses({ request }: { request: BenefitCase }) {
  const { t } = useLingui();
  const [mistake, setMistake] = useState<Use | null>(null);
  const columns = useColumns(request, setMistake);
  return (
    <Section title={t`Used`} flush>
      {request.uses.length === 0 ? (
        <Sentences inset>
          <Trans>
            Nothing is recorded yet. Either side records what was used, in as many parts as it takes.
          </Trans>
        </Sentences>
      ) : (
        <RowsTable label={t`Used`} rows={request.uses} columns={columns} rowKey={({ id }) => id} />
      )}
      {mistake && <TakeBack request={request} use={mistake} onClose={() => setMistake(null)} />}
    </Section>
  );
}

function useColumns(request: BenefitCase, onTakeBack: (use: Use) => void): Column<Use>[] {
  const { t } = useLingui();
  const { vendorName } = useReader();
  const isCounted = request.unit === "count" || request.unit === "money";
  return [
    {
      id: "usedOn",
      header: t`Day`,
      width: 140,
      card: "title",
      cell: ({ usedOn }) => <DayText value={usedOn} />,
    },
    {
      id: "quantity",
      header: t`How much`,
      width: 120,
      cell: ({ quantity }) => (isCounted ? <BenefitValue of={request} value={quantity} /> : t`All of it`),
    },
    {
      id: "note",
      header: t`For whom or what`,
      cell: ({ note, takenBack }) =>
        takenBack === null ? note : <Trans>Taken back: {takenBack.reason}</Trans>,
    },
    {
      id: "recordedBy",
      header: t`Recorded by`,
      width: 190,
      cell: ({ recordedBy, side }) => recordedBy ?? (side === "vendor" ? vendorName : request.partner.name),
    },
    {
      id: "act",
      header: t`Mistake`,
      width: 150,
      cell: (use) =>
        use.can.takeBack ? (
          <ActButton
            act={{ label: t`Take back`, icon: IconRotate2, onClick: () => onTakeBack(use) }}
            variant="subtle"
            size="compact-sm"
          />
        ) : null,
    },
  ];
}

function TakeBack({ request, use, onClose }: { request: BenefitCase; use: Use; onClose: () => void }) {
  const { t } = useLingui();
  const form = useEndpointForm(takeBackUse, {
    params: { requestId: request.id, useId: use.id },
    initial: { reason: "" },
    onDone: onClose,
  });
  return (
    <Dialog opened onClose={onClose} title={t`Take a recorded use back`} size="lg">
      <Form form={form} submit={t`Take back`} onCancel={onClose} next={t`It can be used again.`}>
        <TextField {...form.field("reason")} label={t`Reason`} lines={2} />
      </Form>
    </Dialog>
  );
}
