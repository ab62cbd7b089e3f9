import { DayField, MonthField } from "../form/DateFields.tsx";
import { FieldRow, Form } from "../form/Form.tsx";
import { SelectField, TextField, YesField } from "../form/fields.tsx";
import { MoneyField } from "../form/MoneyField.tsx";
import { ReasonField } from "../form/ReasonField.tsx";
import { useEndpointForm } from "../form/useEndpointForm.ts";
import { Page } from "../page/Page.tsx";
import { PageHeader } from "../page/PageHeader.tsx";
import { Section } from "../page/Section.tsx";
import { createPartner } from "./world.ts";

export function FormPage() {
  const form = useEndpointForm(createPartner, {
    initial: {
      name: "Alpine Systems",
      email: "",
      type: "",
      startsOn: "",
      firstPeriod: "",
      target: { amount: "120000.00", currency: "USD" },
      note: "",
      reason: "",
      paperwork: false,
    },
  });
  return (
    <Page width="reading">
      <PageHeader
        title="New partner"
        crumbs={[{ label: "Partners", to: "/partner" }]}
        lead="Takes about a minute. The rest can follow."
      />
      <Section title="Who they are">
        <Form
          form={form}
          submit="Create partner"
          next="Then invite their first administrator."
          onCancel={() => {}}
        >
          <FieldRow>
            <TextField {...form.field("name")} label="Company" />
            <TextField {...form.field("email")} label="E-mail address" type="email" />
          </FieldRow>
          <FieldRow>
            <SelectField
              {...form.field("type")}
              label="Type"
              options={[
                { value: "master-agent", label: "Master agent" },
                { value: "sub-agent", label: "Sub-agent" },
                { value: "direct-agent", label: "Direct agent" },
              ]}
            />
            <DayField {...form.field("startsOn")} label="Partner from" />
          </FieldRow>
          <FieldRow>
            <MoneyField
              {...form.field("target")}
              label="Target for the year"
              description="What both sides agreed on."
            />
            <MonthField {...form.field("firstPeriod")} label="First month that earns" />
          </FieldRow>
          <TextField {...form.field("note")} label="Note" lines={3} />
          <ReasonField
            {...form.field("reason")}
            label="How they came to us"
            usual={["Applied on the website", "Recommended by a partner"]}
          />
          <YesField {...form.field("paperwork")} label="The agreement is signed" />
        </Form>
      </Section>
    </Page>
  );
}
