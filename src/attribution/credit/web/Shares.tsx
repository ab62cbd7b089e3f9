import { Trans, useLingui } from "@lingui/react/macro";
import { FieldStack } from "#ui/form/FieldStack.tsx";
import { SelectField } from "#ui/form/fields.tsx";
import { Section } from "#ui/page/Section.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import { ModelsTable } from "./ModelsTable.tsx";
import type { Credit } from "./WhoHelped.tsx";

/** Windows that are offered, in days. */
export const windows = [30, 90, 180, 365];

interface SharesProps {
  credit: Credit;
  win: NonNullable<Credit["win"]>;
  onWindow: (days: string) => void;
}

/** How each model shares a win, and how far back it looks. */
export function Shares({ credit, win, onWindow }: SharesProps) {
  const { t } = useLingui();
  return (
    <Section
      title={t`How four models share it`}
      note={
        <Trans>
          Won on <DayText value={win.closedOn} /> with <Money value={win.amount} />. Each model has its own
          idea of help; none of them pays.
        </Trans>
      }
    >
      <FieldStack>
        <SelectField
          name="window"
          label={t`What counts`}
          value={String(credit.lookBackDays)}
          onChange={onWindow}
          onBlur={() => {}}
          error={undefined}
          optional={false}
          options={windows.map((value) => ({
            value: String(value),
            label: t`Up to ${value} days before the win`,
          }))}
        />
        <ModelsTable credit={credit} />
      </FieldStack>
    </Section>
  );
}
