import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { Sentences } from "#ui/text/Sentences.tsx";
import type { EngagementSettings } from "../../../engagement/contract.ts";
import { askDeal, type DealDetail } from "../../contract.ts";

interface AskDialogProps {
  deal: DealDetail;
  settings: EngagementSettings;
  onClose: () => void;
}

/** Asks the partner; the vendor's clock stands until it has answered. */
export function AskDialog({ deal, settings, onClose }: AskDialogProps) {
  const { t } = useLingui();
  const form = useEndpointForm(askDeal, {
    params: { dealId: deal.id },
    initial: { question: "" },
    draft: `question-${deal.id}`,
    onDone: onClose,
  });
  return (
    <Dialog opened onClose={onClose} title={t`Ask ${deal.partner.name}`}>
      <Form form={form} submit={t`Ask the partner`} onCancel={onClose}>
        <TextField {...form.field("question")} optional={false} label={t`Question`} lines={3} autoFocus />
        <Sentences>
          <Trans>The partner is asked at once; this cannot be taken back.</Trans>
          <Trans>
            It has <Plural value={settings.questionDays} one="# business day" other="# business days" /> to
            answer. Our clock stands meanwhile, and it keeps its place.
          </Trans>
        </Sentences>
      </Form>
    </Dialog>
  );
}
