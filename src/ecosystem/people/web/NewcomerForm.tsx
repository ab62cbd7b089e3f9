import { useLingui } from "@lingui/react/macro";
import { Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { NewSecretField } from "#ui/form/NewSecretField.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { acceptInvitation } from "../contract.ts";
import "./words.ts";

interface NewcomerFormProps {
  token: string;
  /** Told the password, so that they need not type it once more to come in. */
  onAccepted: (password: string) => Promise<void>;
}

/** Somebody who is new here chooses how they are called and how they sign in. */
export function NewcomerForm({ token, onAccepted }: NewcomerFormProps) {
  const { t } = useLingui();
  const form = useEndpointForm(acceptInvitation, {
    initial: { name: "", password: "" },
    toBody: (values) => ({ token, ...values }),
    verbatim: ["password"],
    onDone: () => void onAccepted(form.values.password),
  });
  return (
    <Form form={form} submit={t`Accept and come in`}>
      <TextField
        {...form.field("name")}
        optional={false}
        label={t`Your name`}
        autoComplete="name"
        autoFocus
      />
      <NewSecretField {...form.field("password")} optional={false} label={t`Choose a password`} />
    </Form>
  );
}
