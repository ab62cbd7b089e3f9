import { useLingui } from "@lingui/react/macro";
import { Flex } from "@mantine/core";
import { DayField } from "#ui/form/DateFields.tsx";
import { YesField } from "#ui/form/fields.tsx";
import { ReasonField } from "#ui/form/ReasonField.tsx";
import { Section } from "#ui/page/Section.tsx";
import { effectiveFromOption } from "../../partners/contract.ts";
import type { Import } from "../contract.ts";
import type { Draft } from "./mapping.ts";

interface KindOptionsProps {
  one: Import;
  draft: Draft;
  onChange: (draft: Draft) => void;
}

/** What else is asked about a file of this kind. */
export function KindOptions(props: KindOptionsProps) {
  if (props.one.kind === "partners") return <PartnersSince {...props} />;
  return props.one.kind === "opportunities" ? <Opening {...props} /> : null;
}

function PartnersSince({ draft, onChange }: KindOptionsProps) {
  const { t } = useLingui();
  return (
    <Section
      title={t`Since when it holds`}
      note={t`The day from which types and places in the hierarchy hold. Overrides are earned on deals won from then on.`}
    >
      <DayField
        name="since"
        label={t`From this day`}
        description={t`Empty means today. For deals of the past choose a day before the first of them.`}
        optional
        value={draft.options[effectiveFromOption] ?? ""}
        onChange={(day) => onChange({ ...draft, options: day === "" ? {} : { [effectiveFromOption]: day } })}
        onBlur={() => {}}
        error={undefined}
      />
    </Section>
  );
}

function Opening({ draft, onChange }: KindOptionsProps) {
  const { t } = useLingui();
  const { opening } = draft;
  return (
    <Section
      title={t`Whether its deals earn`}
      note={t`A deal earns for its partner when it was registered. Deals from before the programme ran here never were.`}
    >
      <Flex direction="column" gap="md">
        <YesField
          name="opening"
          label={t`This is an opening import`}
          description={t`Deals that this file creates earn for their partner when they are won, as if they had been registered. Deals that are there already stay as they are. Your name and your reason are kept with them.`}
          optional={false}
          value={opening !== null}
          onChange={(yes) => onChange({ ...draft, opening: yes ? { reason: "" } : null })}
          onBlur={() => {}}
          error={undefined}
        />
        {opening !== null && (
          <ReasonField
            name="reason"
            label={t`Why they may earn`}
            optional={false}
            usual={[
              t`Opening balance: deals as the CRM had them when the programme moved here.`,
              t`Deals that were agreed with the partner before registration began.`,
            ]}
            value={opening.reason}
            onChange={(reason) => onChange({ ...draft, opening: { reason } })}
            onBlur={() => {}}
            error={undefined}
          />
        )}
      </Flex>
    </Section>
  );
}
