import { Trans, useLingui } from "@lingui/react/macro";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { ChoiceField } from "#ui/form/ChoiceField.tsx";
import { Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { Sentences } from "#ui/text/Sentences.tsx";
import { type EngagementSettings, type ReasonKey, reasonKeys } from "../../../engagement/contract.ts";
import { useEngagementWords } from "../../../engagement/web/index.tsx";
import { type DealCase, type DealDetail, rejectDeal } from "../../contract.ts";

interface RejectDialogProps {
  deal: DealDetail;
  known: DealCase;
  settings: EngagementSettings;
  onClose: () => void;
  onDone: () => void;
}

/** Rejects with a reason of the published list, in words that the partner reads. */
export function RejectDialog({ deal, known, settings, onClose, onDone }: RejectDialogProps) {
  const { t } = useLingui();
  const { reasons } = useEngagementWords();
  const likely = likelyReason(known);
  const form = useEndpointForm(rejectDeal, {
    params: { dealId: deal.id },
    ifMatch: deal.version,
    initial: {
      reasonKey: likely ?? "",
      reason: likely === undefined ? "" : reasons[likely].sentence,
    },
    onDone: () => {
      onClose();
      onDone();
    },
  });
  const choice = form.field("reasonKey");
  const usual: readonly string[] = reasonKeys.map((key) => reasons[key].sentence);
  // Words of one's own stay; those of the list follow the choice.
  const choose = (chosen: string) => {
    const key = reasonKeys.find((one) => one === chosen);
    const isOwn = form.values.reason.trim() !== "" && !usual.includes(form.values.reason);
    form.set({ reasonKey: chosen, ...(key && !isOwn && { reason: reasons[key].sentence }) });
  };
  const name = deal.customer.name ?? "";
  return (
    <Dialog opened onClose={onClose} title={t`Reject ${name} of ${deal.partner.name}`} size="lg">
      <Form form={form} submit={t`Reject`} danger onCancel={onClose}>
        <Sentences>
          {known.standing.holds.length > 0 && known.rivals.length > 0 && (
            <Trans>Its place goes to the next in order.</Trans>
          )}
          {settings.undoSeconds > 0 && <Trans>It can be taken back until the partner is told.</Trans>}
        </Sentences>
        <ChoiceField
          {...choice}
          onChange={choose}
          optional={false}
          label={t`Reason of the published list`}
          options={reasonKeys.map((key) => ({ value: key, label: reasons[key].label }))}
        />
        <TextField {...form.field("reason")} optional={false} label={t`What the partner reads`} lines={3} />
      </Form>
    </Dialog>
  );
}

/** What stands against it says which reason it probably is. */
function likelyReason({ standing, tenders, namedAccounts, opportunities }: DealCase): ReasonKey | undefined {
  if (tenders.some(({ counts, sure }) => counts && sure === "certain")) return "public-tender";
  if (standing.waits.length > 0) return "already-protected";
  const isEngaged =
    namedAccounts.some(({ counts }) => counts) ||
    opportunities.some(({ counts, owner }) => counts && owner === null);
  return isEngaged ? "vendor-engaged" : undefined;
}
