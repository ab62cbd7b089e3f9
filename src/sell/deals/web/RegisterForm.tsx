import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { listPartners } from "#ecosystem/partners/contract.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { FieldGroup } from "#ui/form/FieldGroup.tsx";
import { Form } from "#ui/form/Form.tsx";
import { LookupField } from "#ui/form/LookupField.tsx";
import { MoreFields } from "#ui/form/MoreFields.tsx";
import { ReasonField } from "#ui/form/ReasonField.tsx";
import { Surface } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { getEngagementRules } from "../../engagement/contract.ts";
import type { DealDetail } from "../contract.ts";
import { DealFields } from "./DealFields.tsx";
import { EvidenceField } from "./DealFiles.tsx";
import { type DraftForm, useDraftForm } from "./useDraftForm.ts";
import "./serverSentences.ts";

interface RegisterFormProps {
  deal: DealDetail | null;
  onBegun: (id: string) => void;
}

/** The form by which a deal is registered; its draft is kept as one types. */
export function RegisterForm({ deal, onBegun }: RegisterFormProps) {
  const { t } = useLingui();
  const { side } = useReader();
  const navigate = useNavigate();
  const form = useDraftForm({
    deal,
    onBegun,
    onSubmitted: (submitted) => void navigate({ to: `/deals/${submitted.id}` }),
  });
  return (
    <Surface padded>
      <Form
        form={form}
        submit={t`Register the deal`}
        next={
          <>
            <SavedState form={form} /> <WhatHappens />
          </>
        }
      >
        {side === "vendor" && deal === null && form.saved === null && <OnBehalf form={form} />}
        <DealFields
          form={form}
          sum={form.saved?.value ?? null}
          distributor={deal?.distributor ?? null}
          evidence={<Evidence form={form} />}
        />
      </Form>
    </Surface>
  );
}

function OnBehalf({ form }: { form: DraftForm }) {
  const { t } = useLingui();
  return (
    <FieldGroup title={t`On behalf of a partner`}>
      <LookupField
        {...form.field("partnerId")}
        optional={false}
        label={t`Partner`}
        endpoint={listPartners}
        searchParam="search"
        toOption={(row) => ({ value: row.id, label: row.name })}
      />
      <ReasonField
        {...form.field("reason")}
        optional={false}
        label={t`Why on the partner's behalf`}
        description={t`The partner can read it.`}
        usual={[t`The partner told us by phone.`, t`The partner has no access yet.`]}
      />
    </FieldGroup>
  );
}

function Evidence({ form }: { form: DraftForm }) {
  const { t } = useLingui();
  const files = form.saved?.files ?? [];
  return (
    <MoreFields
      title={t`Evidence`}
      hint={<Trans>A proposal, an order, notes of a meeting.</Trans>}
      open={files.length > 0}
    >
      <EvidenceField files={files} dealId={form.keep} onChanged={form.took} />
    </MoreFields>
  );
}

/** Whether the draft is kept: said in a word, and aloud to screen readers. */
function SavedState({ form: { saving } }: { form: DraftForm }) {
  return (
    <span role="status">
      {saving === "saving" && <Trans>Saving…</Trans>}
      {saving === "saved" && <Trans>Saved as a draft.</Trans>}
      {saving === "waiting" && <Trans>Not saved yet: no connection. It is tried again.</Trans>}
      {saving === "refused" && <Trans>Not saved yet.</Trans>}
    </span>
  );
}

function WhatHappens() {
  const { vendorName } = useReader();
  const rules = useEndpoint(getEngagementRules, { query: {} });
  if (rules.data === undefined) return null;
  const { firstAnswerDays: days, protectionDays } = rules.data.settings;
  return (
    <>
      <Trans>
        You get a number and a receipt at once; {vendorName} answers within{" "}
        <Plural value={days} one="# business day" other="# business days" />.
      </Trans>{" "}
      <Trans>
        An approval protects the deal for <Plural value={protectionDays} one="# day" other="# days" />, unless
        the customer's country or your level in a program says otherwise.
      </Trans>
    </>
  );
}
