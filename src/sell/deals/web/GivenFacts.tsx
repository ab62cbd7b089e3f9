import { useLingui } from "@lingui/react/macro";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { type Fact, Facts } from "#ui/page/Facts.tsx";
import { Section } from "#ui/page/Section.tsx";
import { DayText } from "#ui/text/dates.tsx";
import type { DealDetail } from "../contract.ts";
import { useDealWords } from "./dealWords.ts";

/** Everything else that was given; what was not is left out. */
export function GivenFacts({ deal }: { deal: DealDetail }) {
  const { t } = useLingui();
  const href = useRecordHref();
  const words = useDealWords();
  const { customer, contact, distributor } = deal;
  const who = [contact.name, contact.title].filter(Boolean).join(", ");
  const facts: Fact[] = [
    { label: t`Website`, value: customer.website },
    { label: t`Country`, value: words.country(customer.country) },
    { label: t`Role`, value: words.roles[deal.role] },
    { label: t`Project`, value: deal.project },
    { label: t`Contact`, value: who || contact.email, hint: who === "" ? undefined : contact.email },
    { label: t`Sales stage`, value: deal.salesStage?.label },
    { label: t`Source`, value: deal.source && words.sources[deal.source] },
    { label: t`Distributor`, value: distributor?.name, to: href("partner", distributor?.id) },
    {
      label: t`Public tender on`,
      value: deal.tenderPublishedOn && <DayText value={deal.tenderPublishedOn} />,
    },
    { label: t`Tax id`, value: customer.taxId },
    { label: t`Id in the CRM`, value: customer.crmId },
    { label: t`Note`, value: deal.note },
  ];
  return (
    <Section title={t`Customer and project`}>
      <Facts facts={facts.filter(({ value }) => Boolean(value))} columned />
    </Section>
  );
}
