import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { ActButton } from "#ui/act/Act.tsx";
import { Acts } from "#ui/act/Acts.tsx";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { DayField } from "#ui/form/DateFields.tsx";
import { Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { Secret } from "#ui/text/Secret.tsx";
import { createApiKey } from "../contract.ts";

type Made = ResponseOf<typeof createApiKey>;

/** Makes a key and shows it once, with a line that tries it. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const [made, setMade] = useState<Made | null>(null);
  return (
    <Dialog opened onClose={onClose} title={made ? t`Your new key` : t`New API key`} size="lg">
      {made ? <MadeKey made={made} onClose={onClose} /> : <KeyForm onMade={setMade} onCancel={onClose} />}
    </Dialog>
  );
}

function KeyForm({ onMade, onCancel }: { onMade: (made: Made) => void; onCancel: () => void }) {
  const { t } = useLingui();
  const form = useEndpointForm(createApiKey, { initial: { name: "", expiresOn: "" }, onDone: onMade });
  return (
    <Form form={form} submit={t`Make key`} onCancel={onCancel}>
      <TextField
        {...form.field("name")}
        label={t`What it is for`}
        description={t`A name that tells you later whether it is still needed, such as “Monthly report”.`}
        autoComplete="off"
        autoFocus
      />
      <DayField
        {...form.field("expiresOn")}
        label={t`Runs out on`}
        description={t`At the beginning of this day. Without one it works until you end it.`}
      />
    </Form>
  );
}

function MadeKey({ made, onClose }: { made: Made; onClose: () => void }) {
  const { t } = useLingui();
  const line = `curl -H "Authorization: Bearer ${made.key}" ${window.location.origin}/api/v1/me`;
  return (
    <>
      <Secret
        label={t`Key “${made.name}”`}
        value={made.key}
        note={t`It is shown this once. Keep it where you keep passwords: whoever has it acts as you.`}
      />
      <p>
        <Trans>To try it, ask who you are:</Trans>
      </p>
      <Secret label={t`In a terminal`} value={line} />
      <Acts>
        <ActButton act={{ label: t`I have kept it`, onClick: onClose }} />
      </Acts>
    </>
  );
}
