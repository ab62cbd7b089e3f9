import { useLingui } from "@lingui/react/macro";
import { Form } from "#ui/form/Form.tsx";
import { SelectField, TextField } from "#ui/form/fields.tsx";
import { LookupField } from "#ui/form/LookupField.tsx";
import { type EndpointForm, useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { type Account, changeAccount, createAccount, listAccounts, sectors } from "../contract.ts";
import { useAccountWords } from "./accountWords.ts";

interface Values {
  name: string;
  sector: string;
  country: string;
  parentId: string;
  externalId: string;
}

/** Adds an end customer. */
export function NewAccountForm({ onDone }: { onDone: () => void }) {
  const { t } = useLingui();
  const initial: Values = { name: "", sector: "", country: "", parentId: "", externalId: "" };
  const form = useEndpointForm(createAccount, { initial, draft: "new-account", onDone });
  return <Fields form={form} submit={t`Add account`} onDone={onDone} />;
}

/** Changes what is known of an end customer. */
export function EditAccountForm({ account, onDone }: { account: Account; onDone: () => void }) {
  const { t } = useLingui();
  const initial: Values = {
    name: account.name,
    sector: account.sector ?? "",
    country: account.country ?? "",
    parentId: account.parent?.id ?? "",
    externalId: account.externalId ?? "",
  };
  const form = useEndpointForm(changeAccount, {
    params: { accountId: account.id },
    ifMatch: account.version,
    initial,
    onDone,
  });
  return <Fields form={form} submit={t`Save changes`} onDone={onDone} parent={account.parent} />;
}

interface FieldsProps {
  form: EndpointForm<Values>;
  submit: string;
  onDone: () => void;
  parent?: Account["parent"];
}

function Fields({ form, submit, onDone, parent }: FieldsProps) {
  const { t } = useLingui();
  const words = useAccountWords();
  return (
    <Form form={form} submit={submit} onCancel={onDone}>
      <TextField {...form.field("name")} optional={false} label={t`Company`} autoFocus />
      <SelectField
        {...form.field("sector")}
        label={t`Sector`}
        options={sectors.map((sector) => ({ value: sector, label: words.sector(sector) }))}
      />
      <TextField
        {...form.field("country")}
        label={t`Country`}
        description={t`As a code of two letters, such as DE.`}
      />
      <LookupField
        {...form.field("parentId")}
        label={t`Belongs to`}
        endpoint={listAccounts}
        searchParam="search"
        toOption={(row) => ({ value: row.id, label: row.name })}
        chosen={parent ? { value: parent.id, label: parent.name } : undefined}
      />
      <TextField {...form.field("externalId")} label={t`Number in your other systems`} />
    </Form>
  );
}
