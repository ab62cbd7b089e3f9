import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { listAccounts } from "#ecosystem/accounts/contract.ts";
import { listPartners } from "#ecosystem/partners/contract.ts";
import { listProducts } from "#ecosystem/products/contract.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { DayField } from "#ui/form/DateFields.tsx";
import { Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { LookupField } from "#ui/form/LookupField.tsx";
import { MoneyField } from "#ui/form/MoneyField.tsx";
import { ReasonField } from "#ui/form/ReasonField.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { changeOpportunity, createOpportunity, getOpportunity, type OpportunityDetail } from "../contract.ts";

const toOption = (row: { id: string; name: string }) => ({ value: row.id, label: row.name });

/** Enters a sale, for the vendor itself or on a partner's behalf. */
export function NewOpportunityPage() {
  const { t } = useLingui();
  const { currency } = useReader();
  const navigate = useNavigate();
  const form = useEndpointForm(createOpportunity, {
    initial: {
      name: "",
      accountId: "",
      ownerPartnerId: "",
      productId: "",
      value: { amount: "", currency },
      engagedOn: "",
      expectedCloseOn: "",
      reason: "",
    },
    draft: "new-opportunity",
    toBody: ({ productId, reason, ...rest }) => ({
      ...rest,
      ...(productId !== "" && { lines: [{ productId }] }),
      ...(rest.ownerPartnerId !== "" && { reason }),
    }),
    onDone: ({ id }) => void navigate({ to: `/opportunities/${id}` }),
  });
  return (
    <Page width="reading">
      <PageHeader
        title={t`New opportunity`}
        crumbs={[{ label: t`Opportunities`, to: "/opportunities" }]}
        lead={t`Takes about a minute.`}
      />
      <Section title={t`The sale`}>
        <Form form={form} submit={t`Enter opportunity`} next={t`Then move it along, or close it.`}>
          <TextField {...form.field("name")} label={t`Name`} autoFocus />
          <LookupField
            {...form.field("accountId")}
            label={t`Customer`}
            endpoint={listAccounts}
            searchParam="search"
            toOption={toOption}
          />
          <LookupField
            {...form.field("productId")}
            optional
            label={t`Product`}
            endpoint={listProducts}
            searchParam="search"
            toOption={toOption}
          />
          <MoneyField {...form.field("value")} label={t`Expected value`} />
          <DayField {...form.field("engagedOn")} label={t`Engaged on`} />
          <DayField {...form.field("expectedCloseOn")} label={t`Expected close`} />
          <LookupField
            {...form.field("ownerPartnerId")}
            label={t`On behalf of`}
            description={t`The partner that brought it. Its wins earn by the plan.`}
            endpoint={listPartners}
            searchParam="search"
            toOption={toOption}
          />
          {form.values.ownerPartnerId !== "" && (
            <ReasonField
              {...form.field("reason")}
              optional={false}
              label={t`Why on the partner's behalf`}
              description={t`The partner can read it.`}
              usual={[t`The partner told us by phone.`, t`The partner has no access yet.`]}
            />
          )}
        </Form>
      </Section>
    </Page>
  );
}

/** Changes a sale. What money depends on may change after a win, too. */
export function EditOpportunityPage({ opportunityId }: { opportunityId: string }) {
  const opportunity = useEndpoint(getOpportunity, { params: { opportunityId } });
  return (
    <Page width="reading">
      <LoadedRecord query={opportunity}>
        {(record) => <EditForm key={record.version} record={record} />}
      </LoadedRecord>
    </Page>
  );
}

function EditForm({ record }: { record: OpportunityDetail }) {
  const { t } = useLingui();
  const { currency } = useReader();
  const navigate = useNavigate();
  const back = `/opportunities/${record.id}`;
  const single = record.lines.length <= 1;
  const form = useEndpointForm(changeOpportunity, {
    params: { opportunityId: record.id },
    ifMatch: record.version,
    initial: {
      name: record.name,
      accountId: record.account?.id ?? "",
      ownerPartnerId: record.owner?.id ?? "",
      productId: record.lines[0]?.product.id ?? "",
      value: record.value ?? { amount: "", currency },
      engagedOn: record.engagedOn ?? "",
      expectedCloseOn: record.expectedCloseOn ?? "",
      closedOn: record.closedOn ?? "",
      reason: "",
    },
    toBody: ({ productId, ...rest }) => ({
      ...rest,
      ...(single &&
        productId !== "" &&
        productId !== record.lines[0]?.product.id && { lines: [{ productId }] }),
    }),
    onDone: () => void navigate({ to: back }),
  });
  const isWon = record.stage.meaning === "won";
  return (
    <>
      <PageHeader
        title={t`Edit ${record.name}`}
        crumbs={[
          { label: t`Opportunities`, to: "/opportunities" },
          { label: record.name, to: back },
        ]}
      />
      <Section
        title={t`The sale`}
        note={
          isWon && (
            <Trans>
              It is won: a change of value, day, product or owner is adjusted in the open month, on every
              component alike.
            </Trans>
          )
        }
      >
        <Form form={form} submit={t`Save changes`} onCancel={() => void navigate({ to: back })}>
          <TextField {...form.field("name")} label={t`Name`} />
          <LookupField
            {...form.field("accountId")}
            label={t`Customer`}
            endpoint={listAccounts}
            searchParam="search"
            toOption={toOption}
            chosen={record.account ? toOption(record.account) : undefined}
          />
          {single && (
            <LookupField
              {...form.field("productId")}
              optional
              label={t`Product`}
              endpoint={listProducts}
              searchParam="search"
              toOption={toOption}
              chosen={record.lines[0] && toOption(record.lines[0].product)}
            />
          )}
          <MoneyField {...form.field("value")} label={t`Value`} />
          <DayField {...form.field("engagedOn")} label={t`Engaged on`} />
          {record.closedOn ? (
            <DayField {...form.field("closedOn")} label={t`Day of close`} />
          ) : (
            <DayField {...form.field("expectedCloseOn")} label={t`Expected close`} />
          )}
          <LookupField
            {...form.field("ownerPartnerId")}
            label={t`Partner`}
            endpoint={listPartners}
            searchParam="search"
            toOption={toOption}
            chosen={record.owner ? toOption(record.owner) : undefined}
          />
          <TextField
            {...form.field("reason")}
            label={t`Reason`}
            description={t`Needed where it comes to a partner and did not earn before.`}
            lines={2}
          />
        </Form>
      </Section>
    </>
  );
}
