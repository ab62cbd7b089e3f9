import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { type BenefitEntitlement, requestBenefit } from "../contract.ts";
import { useBenefitValueText, useLastsWords } from "./benefitWords.tsx";
import { QuantityField } from "./QuantityField.tsx";
import "./serverSentences.ts";

interface AskDialogProps {
  line: BenefitEntitlement;
  onClose: () => void;
}

/** Asks for some of a benefit; it ends on the request's page. */
export function AskDialog({ line, onClose }: AskDialogProps) {
  const { t } = useLingui();
  return (
    <Dialog opened onClose={onClose} title={t`Ask for ${line.label}`} size="lg">
      <AskForm line={line} onClose={onClose} />
    </Dialog>
  );
}

function AskForm({ line, onClose }: AskDialogProps) {
  const { t } = useLingui();
  const { vendorName } = useReader();
  const navigate = useNavigate();
  const href = useRecordHref();
  const left = useLeftWords(line);
  const lasts = useLastsWords();
  const isCounted = line.unit === "count" || line.unit === "money";
  const form = useEndpointForm(requestBenefit, {
    initial: {
      programId: line.program.id,
      benefit: line.key,
      purpose: "",
      quantity: "",
    },
    verbatim: isCounted ? ["quantity"] : [],
    onDone: ({ id }) => {
      onClose();
      void navigate({ to: href("benefit", id) ?? "/benefits" });
    },
  });
  return (
    <Form
      form={form}
      submit={t`Ask for it`}
      onCancel={onClose}
      next={t`${vendorName} grants it or says why not. It lasts: ${lasts(line.validDays)}.`}
    >
      {isCounted && (
        <QuantityField {...form.field("quantity")} of={line} label={t`How much`} description={left} />
      )}
      <TextField {...form.field("purpose")} label={t`What for`} lines={3} />
    </Form>
  );
}

/** What is left, and how much of it waits for a decision already. */
function useLeftWords({ left, waiting, ...line }: BenefitEntitlement): string | undefined {
  const { t } = useLingui();
  const text = useBenefitValueText();
  if (left === null) return undefined;
  if (waiting === null || Number(waiting) === 0) return t`${text(line, left)} is left.`;
  return t`${text(line, left)} is left, of which ${text(line, waiting)} is asked for and undecided.`;
}
