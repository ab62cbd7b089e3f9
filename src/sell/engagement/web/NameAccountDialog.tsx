import { useLingui } from "@lingui/react/macro";
import { listAccounts } from "#ecosystem/accounts/contract.ts";
import { listPeople } from "#ecosystem/people/contract.ts";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { Form } from "#ui/form/Form.tsx";
import { LookupField } from "#ui/form/LookupField.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { useReader } from "#ui/reader/reader.tsx";
import { nameAccount } from "../contract.ts";

const toOption = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });

/** Keeps an account for the vendor from now on. */
export function NameAccountDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const { can } = useReader();
  const form = useEndpointForm(nameAccount, {
    initial: { accountId: "", sellerId: "" },
    onDone: onClose,
  });
  return (
    <Dialog opened onClose={onClose} title={t`Name an account`}>
      <Form
        form={form}
        submit={t`Name the account`}
        next={t`It counts from this moment on.`}
        onCancel={onClose}
      >
        <LookupField
          {...form.field("accountId")}
          label={t`Account`}
          endpoint={listAccounts}
          searchParam="search"
          toOption={toOption}
        />
        {can("people.read") && (
          <LookupField
            {...form.field("sellerId")}
            label={t`Whom to ask`}
            description={t`Who of your people looks after it.`}
            endpoint={listPeople}
            searchParam="search"
            query={{ side: "vendor", state: "active" }}
            toOption={toOption}
          />
        )}
      </Form>
    </Dialog>
  );
}
