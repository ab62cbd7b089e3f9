import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { DayField } from "#ui/form/DateFields.tsx";
import { FieldRow, Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { createProgram } from "../contract.ts";
import { LadderFields, LadderTerms } from "./LadderFields.tsx";
import { checkingLadder, emptyLadder, keyOf } from "./ladderForm.ts";
import { useLadderErrors } from "./useLadderErrors.ts";
import { usePlansCrumb } from "./usePlansCrumb.ts";

const checked = { ...createProgram, body: checkingLadder(createProgram.body) };

interface NewLadderPageProps {
  /** The earliest day that makes sense, and why. */
  from: { day: string; why: ReactNode };
}

/** A new program, with the first version of its ladder. */
export function NewLadderPage({ from }: NewLadderPageProps) {
  const { t } = useLingui();
  const { currency } = useReader();
  const navigate = useNavigate();
  const crumbs = usePlansCrumb();
  const [ownKey, setOwnKey] = useState(false);
  const form = useEndpointForm(checked, {
    initial: { name: "", effectiveFrom: from.day, ladder: emptyLadder(currency) },
    toBody: (values) => ({ ...values, ladder: { ...values.ladder, label: values.name } }),
    onDone: () => void navigate({ to: "/plans/tiers" }),
  });
  const { ladder } = form.values;
  const errorAt = useLadderErrors(ladder, form.errorAt);
  const name = form.field("name");
  return (
    <Page width="reading">
      <PageHeader
        title={t`New ladder`}
        crumbs={[...crumbs, { label: t`Tiers`, to: "/plans/tiers" }]}
        lead={t`Its first version is published at once. Nobody earns by it before a plan reads it.`}
      />
      <Section title={t`What it is`} note={<LadderTerms />}>
        <Form form={form} submit={t`Publish the ladder`} next={t`Then write a plan that multiplies by it.`}>
          <FieldRow>
            <TextField
              {...name}
              error={name.error ?? form.errorAt("ladder.label")}
              onChange={(typed) =>
                form.set({ name: typed, ...(!ownKey && { ladder: { ...ladder, name: keyOf(typed) } }) })
              }
              label={t`Name`}
              description={t`As partners and plans show it.`}
              placeholder={t`Agent tiers`}
              autoFocus
            />
            <TextField
              name="key"
              value={ladder.name}
              onChange={(key) => {
                setOwnKey(true);
                form.set({ ladder: { ...ladder, name: key } });
              }}
              onBlur={() => {}}
              error={errorAt("name")}
              optional={false}
              label={t`Key`}
              description={t`Plans name the ladder by it; it never changes.`}
            />
          </FieldRow>
          <LadderFields ladder={ladder} change={(next) => form.set({ ladder: next })} errorAt={errorAt} />
          <DayField
            {...form.field("effectiveFrom")}
            label={t`For quarters that begin from`}
            description={from.why}
          />
        </Form>
      </Section>
    </Page>
  );
}
