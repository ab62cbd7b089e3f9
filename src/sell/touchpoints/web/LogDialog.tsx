import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { listPartnerAccounts } from "#ecosystem/accounts/contract.ts";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { DayField } from "#ui/form/DateFields.tsx";
import { Form } from "#ui/form/Form.tsx";
import { SelectField, TextField } from "#ui/form/fields.tsx";
import { LookupField } from "#ui/form/LookupField.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { useToday } from "#ui/format/useToday.ts";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { loggedKinds, logTouchpoint } from "../contract.ts";
import { useTouchpointWords } from "./touchpointWords.ts";
import "./serverSentences.ts";

/** What a touchpoint is logged for; a customer is asked for where nothing is given. */
export interface LogTarget {
  dealId?: string;
  opportunityId?: string;
}

interface LogDialogProps {
  opened: boolean;
  onClose: () => void;
  target?: LogTarget | undefined;
}

/** Logs what one did; evidence is added on the touchpoint's page, where it ends. */
export function LogDialog({ opened, onClose, target }: LogDialogProps) {
  const { t } = useLingui();
  return (
    <Dialog opened={opened} onClose={onClose} title={t`Log a touchpoint`} size="lg">
      <LogForm target={target} onClose={onClose} />
    </Dialog>
  );
}

function LogForm({ target, onClose }: { target: LogTarget | undefined; onClose: () => void }) {
  const { t } = useLingui();
  const { partner, vendorName } = useReader();
  const href = useRecordHref();
  const navigate = useNavigate();
  const words = useTouchpointWords();
  const today = useToday();
  const form = useEndpointForm(logTouchpoint, {
    initial: {
      kind: "meeting",
      occurredOn: today,
      withWhom: "",
      purpose: "",
      link: "",
      accountId: "",
      ...target,
    },
    onDone: ({ id }) => {
      onClose();
      void navigate({ to: href("touchpoint", id) ?? "/touchpoints" });
    },
  });
  return (
    <Form
      form={form}
      submit={t`Log it`}
      onCancel={onClose}
      next={t`Then add the evidence; ${vendorName} confirms it or says why not.`}
    >
      {target === undefined && (
        <LookupField
          {...form.field("accountId")}
          optional={false}
          label={t`Customer`}
          description={t`For a deal of yours, log it on the deal's page.`}
          endpoint={listPartnerAccounts}
          searchParam="search"
          {...(partner && { query: { partnerId: partner.id } })}
          toOption={(row) => ({ value: row.account.id, label: row.account.name })}
        />
      )}
      <SelectField
        {...form.field("kind")}
        label={t`What`}
        options={loggedKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      />
      <DayField {...form.field("occurredOn")} label={t`Day`} max={today} />
      <TextField {...form.field("withWhom")} label={t`With whom`} />
      <TextField {...form.field("purpose")} label={t`What for`} lines={2} />
      <TextField
        {...form.field("link")}
        type="url"
        label={t`Link to evidence`}
        description={t`Where notes, a recording or the document lie. Files can be added next.`}
      />
    </Form>
  );
}
