import { plural } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { Sentences } from "#ui/text/Sentences.tsx";
import { type DealDetail, decideExtension, decideOutcome } from "../../contract.ts";

interface AnswerExtensionProps {
  deal: DealDetail;
  extensionId: string;
  granted: boolean;
  days: number;
  onClose: () => void;
}

/** Grants more time, or says why not. */
export function AnswerExtension({ deal, extensionId, granted, days, onClose }: AnswerExtensionProps) {
  const { t } = useLingui();
  const form = useEndpointForm(decideExtension, {
    params: { dealId: deal.id, extensionId },
    initial: { note: "" },
    toBody: ({ note }) => ({ granted, note }),
    onDone: onClose,
  });
  const title = granted
    ? t`${plural(days, { one: "Grant # day more?", other: "Grant # days more?" })}`
    : t`Do not grant more time`;
  return (
    <Dialog opened onClose={onClose} title={title}>
      <Form
        form={form}
        submit={granted ? t`${plural(days, { one: "Grant # day", other: "Grant # days" })}` : t`Do not grant`}
        onCancel={onClose}
      >
        <Sentences>
          {granted ? (
            <Plural
              value={days}
              one="The protection goes on for # day from the end that stands now."
              other="The protection goes on for # days from the end that stands now."
            />
          ) : (
            <Trans>The protection ends when it would have ended.</Trans>
          )}
          <Trans>The partner is told at once; this cannot be taken back.</Trans>
        </Sentences>
        <TextField
          {...form.field("note")}
          optional={granted}
          label={granted ? t`A word to the partner` : t`Why not`}
          lines={2}
        />
      </Form>
    </Dialog>
  );
}

interface AnswerOutcomeProps {
  deal: DealDetail;
  proposal: DealDetail["outcomes"][number];
  accepted: boolean;
  onClose: () => void;
}

/** Confirms what the partner says, which moves its opportunity; or says why not. */
export function AnswerOutcome({ deal, proposal, accepted, onClose }: AnswerOutcomeProps) {
  const { t } = useLingui();
  const form = useEndpointForm(decideOutcome, {
    params: { dealId: deal.id, outcomeId: proposal.id },
    initial: { note: "" },
    toBody: ({ note }) => ({ accepted, note }),
    onDone: onClose,
  });
  const isWon = proposal.outcome === "won";
  const take = isWon ? t`Confirm the win` : t`Confirm the loss`;
  return (
    <Dialog opened onClose={onClose} title={accepted ? t`${take}?` : t`Do not confirm it`}>
      <Form form={form} submit={accepted ? take : t`Do not confirm it`} onCancel={onClose}>
        <Sentences>
          {accepted && <Trans>The opportunity is moved, and the registration is closed by it.</Trans>}
          {accepted && isWon && (
            <Trans>{deal.partner.name} earns by the plan, with the next run of that month.</Trans>
          )}
          {!accepted && <Trans>Nothing moves; the registration stays as it is.</Trans>}
        </Sentences>
        <TextField
          {...form.field("note")}
          optional={accepted}
          label={accepted ? t`A word to the partner` : t`Why not`}
          lines={2}
        />
      </Form>
    </Dialog>
  );
}
