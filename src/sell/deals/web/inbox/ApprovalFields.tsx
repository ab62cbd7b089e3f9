import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { ChecksField } from "#ui/form/ChecksField.tsx";
import { DayField } from "#ui/form/DateFields.tsx";
import { FieldStack } from "#ui/form/FieldStack.tsx";
import { SelectField, TextField } from "#ui/form/fields.tsx";
import { useToday } from "#ui/format/useToday.ts";
import { type EngagementSettings, protections } from "../../../engagement/contract.ts";
import { useEngagementWords } from "../../../engagement/web/index.tsx";
import type { DealCase, DealDetail } from "../../contract.ts";
import { DaysGivenWords } from "../DaysGivenWords.tsx";
import { type ApprovalForm, anew } from "./approval.ts";

interface ApprovalFieldsProps {
  form: ApprovalForm;
  deal: DealDetail;
  known: DealCase;
  settings: EngagementSettings;
}

/** What an approval gives; every field is filled already. */
export function ApprovalFields({ form, deal, known, settings }: ApprovalFieldsProps) {
  const { t } = useLingui();
  const words = useEngagementWords();
  const today = useToday();
  const { holds } = known.standing;
  const open = known.opportunities.filter((one) => one.open);
  const name = deal.customer.name ?? "";
  /* The words of the rules are meant for their own kind of protection; words of one's own stay. */
  const given = (kind: string) => {
    const other = protections.find((one) => one === kind && one !== settings.protection);
    return other === undefined ? settings.benefit : words.protections[other].sentence;
  };
  const protect = (kind: string) => {
    const isOwn = form.values.benefit.trim() !== given(form.values.protection);
    form.set({ protection: kind, ...(!isOwn && { benefit: given(kind) }) });
  };
  return (
    <FieldStack>
      <SelectField
        {...form.field("protection")}
        onChange={protect}
        optional={false}
        label={t`Protection`}
        options={protections.map((key) => ({ value: key, label: words.protections[key].label }))}
      />
      <DayField
        {...form.field("protectedUntil")}
        optional={false}
        label={t`Last day of protection`}
        description={
          <Trans>
            <Plural value={known.protectionDays.days} one="# day" other="# days" />,{" "}
            <DaysGivenWords given={known.protectionDays} />.
          </Trans>
        }
        min={today}
      />
      {holds.length > 1 && (
        <ChecksField
          {...form.field("series")}
          optional={false}
          label={t`Series`}
          options={holds.map((one) => ({ value: one, label: one }))}
        />
      )}
      {open.length > 0 && (
        <SelectField
          {...form.field("opportunityId")}
          optional={false}
          label={t`Opportunity`}
          options={[
            { value: anew, label: t`A new one` },
            ...open.map(({ opportunity, owner, seller }) => {
              const whose = owner?.name ?? seller?.name;
              return {
                value: opportunity.id,
                label: whose === undefined ? opportunity.name : `${opportunity.name} (${whose})`,
              };
            }),
          ]}
        />
      )}
      {form.values.opportunityId === anew && known.accounts.length > 0 && (
        <SelectField
          {...form.field("accountId")}
          optional={false}
          label={t`Account`}
          options={[
            ...known.accounts.map(({ account }) => ({ value: account.id, label: account.name })),
            { value: anew, label: t`A new account “${name}”` },
          ]}
        />
      )}
      <TextField {...form.field("benefit")} optional={false} label={t`What it gives`} lines={2} />
      <TextField {...form.field("note")} label={t`A word to the partner`} lines={2} />
    </FieldStack>
  );
}
