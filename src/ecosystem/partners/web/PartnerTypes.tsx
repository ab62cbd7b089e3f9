import { Trans, useLingui } from "@lingui/react/macro";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { ActButton } from "#ui/act/Act.tsx";
import { useEndpointMutation } from "#ui/api/query.ts";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { DayField } from "#ui/form/DateFields.tsx";
import { Form } from "#ui/form/Form.tsx";
import { SelectField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { useToday } from "#ui/format/useToday.ts";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import {
  beginPartnerType,
  changePartnerType,
  endPartnerType,
  type Partner,
  partnerTypes,
} from "../contract.ts";
import { usePartnerWords } from "./partnerWords.ts";

type Held = Partner["typeHistory"][number];

/** What a company is, from when to when: several types at once, and what it was before. */
export function PartnerTypes({ partner }: { partner: Partner }) {
  const { t } = useLingui();
  const { can } = useReader();
  const words = usePartnerWords();
  const [beginning, setBeginning] = useState(false);
  const [ending, setEnding] = useState<Held | null>(null);
  const [takingBack, setTakingBack] = useState<Held | null>(null);
  const takeBack = useEndpointMutation(endPartnerType, { onDone: () => setTakingBack(null) });
  const manages = can("partner.manage");
  const begin = { label: t`Begin a type`, icon: IconPlus, onClick: () => setBeginning(true) };
  const columns: Column<Held>[] = [
    { id: "type", header: t`Type`, card: "title", cell: ({ type }) => words.types[type] },
    { id: "state", header: t`State`, width: 130, card: "amount", cell: (held) => <State held={held} /> },
    { id: "from", header: t`Since`, width: 140, cell: (held) => <DayText value={held.effectiveFrom} /> },
    {
      id: "until",
      header: t`Until`,
      width: 140,
      cell: ({ effectiveUntil }) => effectiveUntil && <DayText value={effectiveUntil} />,
    },
    ...(manages
      ? [
          {
            id: "end",
            header: t`Action`,
            width: 110,
            align: "end" as const,
            cell: (held: Held) =>
              held.state !== "ended" && (
                <ActButton
                  act={
                    held.state === "coming"
                      ? { label: t`Take back`, onClick: () => setTakingBack(held) }
                      : { label: t`End`, onClick: () => setEnding(held) }
                  }
                  variant="default"
                  size="compact-sm"
                />
              ),
          },
        ]
      : []),
  ];
  return (
    <Section
      title={t`Types`}
      note={t`Each begins and ends by itself; programs go by what a partner is on the day.`}
      action={manages ? begin : undefined}
      flush
    >
      <RowsTable label={t`Types`} rows={partner.typeHistory} columns={columns} rowKey={({ id }) => id} />
      <Dialog opened={beginning} onClose={() => setBeginning(false)} title={t`What ${partner.name} becomes`}>
        <BeginTypeForm partner={partner} onDone={() => setBeginning(false)} />
      </Dialog>
      <Dialog
        opened={ending !== null}
        onClose={() => setEnding(null)}
        title={ending === null ? "" : words.types[ending.type]}
      >
        {ending && <EndTypeForm partner={partner} held={ending} onDone={() => setEnding(null)} />}
      </Dialog>
      <ConfirmModal
        opened={takingBack !== null}
        onClose={() => setTakingBack(null)}
        title={takingBack === null ? "" : words.types[takingBack.type]}
        consequences={[<Trans key="never">It never holds; the other types stay as they are.</Trans>]}
        confirm={t`Take it back`}
        onConfirm={() => {
          if (takingBack === null) return;
          takeBack.mutate({ params: { partnerId: partner.id, partnerTypeId: takingBack.id } });
        }}
        busy={takeBack.isPending}
        problem={takeBack.error}
      />
    </Section>
  );
}

function State({ held }: { held: Held }) {
  if (held.state === "current")
    return (
      <Status tone="good">
        <Trans>Holds today</Trans>
      </Status>
    );
  return held.state === "coming" ? (
    <Status tone="info" hollow>
      <Trans>Coming</Trans>
    </Status>
  ) : (
    <Status tone="idle" hollow>
      <Trans>Ended</Trans>
    </Status>
  );
}

function BeginTypeForm({ partner, onDone }: { partner: Partner; onDone: () => void }) {
  const { t } = useLingui();
  const words = usePartnerWords();
  // What goes on without an end is held whenever another period of it would begin.
  const open = partner.typeHistory.flatMap(({ type, effectiveUntil }) =>
    effectiveUntil === null ? [type] : [],
  );
  const form = useEndpointForm(beginPartnerType, {
    params: { partnerId: partner.id },
    initial: { type: "", effectiveFrom: "", effectiveUntil: "" },
    onDone,
  });
  return (
    <Form form={form} submit={t`Begin type`} onCancel={onDone}>
      <SelectField
        {...form.field("type")}
        optional={false}
        label={t`Type`}
        options={partnerTypes
          .filter((type) => !open.includes(type))
          .map((type) => ({ value: type, label: words.types[type] }))}
      />
      <DayField {...form.field("effectiveFrom")} label={t`Since`} description={t`Today unless told.`} />
      <DayField
        {...form.field("effectiveUntil")}
        label={t`Until`}
        description={t`The first day on which it no longer holds; without it, it goes on.`}
      />
    </Form>
  );
}

function EndTypeForm({ partner, held, onDone }: { partner: Partner; held: Held; onDone: () => void }) {
  const { t } = useLingui();
  const today = useToday();
  const form = useEndpointForm(changePartnerType, {
    params: { partnerId: partner.id, partnerTypeId: held.id },
    initial: { effectiveUntil: held.effectiveUntil ?? today },
    toBody: ({ effectiveUntil }) => ({ effectiveUntil: effectiveUntil === "" ? null : effectiveUntil }),
    onDone,
  });
  return (
    <Form form={form} submit={t`Save end`} onCancel={onDone}>
      <DayField
        {...form.field("effectiveUntil")}
        optional
        label={t`Until`}
        description={t`The first day on which it no longer holds; without it, it goes on.`}
      />
    </Form>
  );
}
