import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Button } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { listPartners } from "#ecosystem/partners/contract.ts";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { DecimalField } from "#ui/form/DecimalField.tsx";
import { FieldGroup } from "#ui/form/FieldGroup.tsx";
import { Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { LookupField } from "#ui/form/LookupField.tsx";
import { FieldLine, FieldSum } from "#ui/form/MoreFields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { useFormat } from "#ui/format/useFormat.ts";
import { proposePaySplit } from "../contract.ts";
import { maxParticipants, wholeBasisPoints } from "../split.ts";
import "./serverSentences.ts";

interface Named {
  id: string;
  name: string;
}

interface ProposeDialogProps {
  opportunity: { id: string; name: string };
  /** Whoever has a claim to the pay credit already and so must take part. */
  claimants: readonly Named[];
  onClose: () => void;
}

interface ShareValue {
  key: number;
  partnerId: string;
  name: string;
  /** A decimal from 0 to 1, as typed. */
  share: string;
}

/** Proposes how the pay credit of a sale is shared. */
export function ProposeDialog({ opportunity, claimants, onClose }: ProposeDialogProps) {
  const { t } = useLingui();
  const form = useEndpointForm(proposePaySplit, {
    params: { opportunityId: opportunity.id },
    initial: { participants: firstShares(claimants), terms: "" },
    toBody: ({ participants, terms }) => ({
      participants: participants.map(({ partnerId, share }) => ({
        partnerId,
        shareBasisPoints: basisPointsOf(share),
      })),
      terms,
    }),
    onDone: onClose,
  });
  const { participants } = form.values;
  const change = (key: number, part: Partial<ShareValue>) =>
    form.set({ participants: participants.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  const below = participants.some((_, index) => form.errorAt(`participants.${index}`) !== undefined);
  return (
    <Dialog opened onClose={onClose} title={t`Share the pay credit of ${opportunity.name}`} size="lg">
      <Form
        form={form}
        submit={t`Propose the split`}
        next={t`Each participant signs; then you confirm. Until then runs pay as they do now.`}
        onCancel={onClose}
      >
        <FieldGroup title={t`Participants`}>
          {participants.map((one, index) => (
            <Participant
              key={one.key}
              value={one}
              position={index + 1}
              errorAt={(part) => form.errorAt(`participants.${index}.${part}`)}
              error={index === 0 && !below ? form.errorAt("participants") : undefined}
              onChange={(part) => change(one.key, part)}
              onRemove={
                participants.length > 2
                  ? () => form.set({ participants: participants.filter(({ key }) => key !== one.key) })
                  : undefined
              }
            />
          ))}
          <FieldSum>
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconPlus size={14} />}
              disabled={participants.length >= maxParticipants}
              onClick={() =>
                form.set({
                  participants: [
                    ...participants,
                    {
                      key: Math.max(...participants.map(({ key }) => key)) + 1,
                      partnerId: "",
                      name: "",
                      share: "",
                    },
                  ],
                })
              }
            >
              <Trans>Another participant</Trans>
            </Button>
            <Sum participants={participants} />
          </FieldSum>
        </FieldGroup>
        <TextField
          {...form.field("terms")}
          optional={false}
          label={t`Terms`}
          description={t`What was agreed, in your words. Each participant reads and signs it.`}
          lines={4}
        />
      </Form>
    </Dialog>
  );
}

interface ParticipantProps {
  value: ShareValue;
  position: number;
  errorAt: (part: string) => string | undefined;
  error: string | undefined;
  onChange: (part: Partial<ShareValue>) => void;
  onRemove: (() => void) | undefined;
}

function Participant({ value, position, errorAt, error, onChange, onRemove }: ParticipantProps) {
  const { t } = useLingui();
  const shared = { onBlur: () => {}, optional: false };
  return (
    <FieldLine label={t`Participant ${position}`}>
      <LookupField
        {...shared}
        name={`participants.${position}.partnerId`}
        label={t`Partner`}
        value={value.partnerId}
        error={error ?? errorAt("partnerId")}
        onChange={(partnerId) => onChange({ partnerId })}
        endpoint={listPartners}
        searchParam="search"
        toOption={({ id, name }) => ({ value: id, label: name })}
        chosen={value.name === "" ? undefined : { value: value.partnerId, label: value.name }}
      />
      <DecimalField
        {...shared}
        name={`participants.${position}.share`}
        label={t`Share`}
        percent
        value={value.share}
        error={errorAt("shareBasisPoints")}
        onChange={(share) => onChange({ share })}
      />
      {onRemove && (
        <ActionIcon
          variant="default"
          size="input-sm"
          aria-label={t`Remove participant ${position}`}
          onClick={onRemove}
        >
          <IconTrash size={16} />
        </ActionIcon>
      )}
    </FieldLine>
  );
}

function Sum({ participants }: { participants: readonly ShareValue[] }) {
  const format = useFormat();
  const sum = participants.reduce((total, { share }) => total + (basisPointsOf(share) ?? 0), 0);
  const together = format.share(sum / wholeBasisPoints);
  return (
    <span>
      {sum === wholeBasisPoints ? (
        <Trans>Together {together}</Trans>
      ) : (
        <Trans>Together {together} of 100 %</Trans>
      )}
    </span>
  );
}

/** The claimants with equal parts; one alone begins with a half, beside somebody to choose. */
function firstShares(claimants: readonly Named[]): ShareValue[] {
  const rows = claimants.length > 1 ? claimants : [...claimants, { id: "", name: "" }];
  const each = Math.floor(100 / rows.length);
  return rows.map(({ id, name }, index) => {
    const percent = index === 0 ? 100 - each * (rows.length - 1) : each;
    return { key: index, partnerId: id, name, share: (percent / 100).toString() };
  });
}

/** Hundredths of a percent; undefined where it is no number of them. */
function basisPointsOf(share: string): number | undefined {
  const match = /^(0|1)(?:\.(\d{1,4}))?$/.exec(share);
  if (match === null) return undefined;
  return Number(match[1]) * wholeBasisPoints + Number((match[2] ?? "").padEnd(4, "0"));
}
