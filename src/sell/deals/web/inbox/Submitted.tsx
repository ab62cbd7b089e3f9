import { Trans, useLingui } from "@lingui/react/macro";
import { type Fact, Facts } from "#ui/page/Facts.tsx";
import { Section } from "#ui/page/Section.tsx";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { DateTime, DayText } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { Money } from "#ui/text/Money.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { type DealDetail, undecided } from "../../contract.ts";
import { DealFiles } from "../DealFiles.tsx";
import { useDealWords } from "../dealWords.ts";
import { Due } from "./Due.tsx";

/** What the partner wrote. */
export function Submitted({ deal }: { deal: DealDetail }) {
  const { t } = useLingui();
  return (
    <>
      <Section title={t`What the partner submitted`}>
        <Facts facts={useFacts(deal)} />
      </Section>
      <Words deal={deal} />
      <DealFiles deal={deal} />
      <Section title={t`What is to be sold`} flush>
        <RowsTable
          label={t`What is to be sold`}
          rows={deal.lines}
          rowKey={(line) => line.product.id}
          columns={[
            { id: "product", header: t`Product`, card: "title", cell: (line) => line.product.name },
            { id: "series", header: t`Series`, width: 120, cell: (line) => line.product.series },
            {
              id: "quantity",
              header: t`Quantity`,
              width: 110,
              align: "end",
              cell: (line) => <Count value={line.quantity} />,
            },
            {
              id: "amount",
              header: t`Amount`,
              width: 140,
              align: "end",
              card: "amount",
              cell: (line) => <Money value={line.amount} />,
            },
          ]}
        />
      </Section>
    </>
  );
}

function useFacts(deal: DealDetail): Fact[] {
  const { t } = useLingui();
  const words = useDealWords();
  const { customer, contact } = deal;
  const facts: (Fact | false)[] = [
    { label: t`Value`, value: <Money value={deal.value} /> },
    { label: t`Received`, value: <DateTime value={deal.submittedAt} /> },
    undecided.includes(deal.state) && { label: t`Owed`, value: <Due deal={deal} /> },
    { label: t`Country`, value: customer.country && words.country(customer.country) },
    {
      label: t`Domain`,
      value: customer.domain ?? customer.website,
      hint: customer.domain === null && customer.website !== null && t`names no company`,
    },
    { label: t`Partner's role`, value: words.roles[deal.role] },
    deal.project !== "" && { label: t`Project`, value: deal.project },
    { label: t`Expected close`, value: deal.expectedCloseOn && <DayText value={deal.expectedCloseOn} /> },
    { label: t`Sales stage`, value: deal.salesStage?.label },
    deal.source !== null && { label: t`Source`, value: words.sources[deal.source] },
    contact.name !== null && { label: t`Contact`, value: contact.name, hint: contact.title ?? contact.email },
    deal.distributor !== null && { label: t`Distributor`, value: deal.distributor.name },
    customer.taxId !== null && { label: t`Tax number`, value: customer.taxId },
    customer.crmId !== null && { label: t`CRM number`, value: customer.crmId },
    deal.tenderPublishedOn !== null && {
      label: t`Tender published`,
      value: <DayText value={deal.tenderPublishedOn} />,
    },
  ];
  return facts.filter((fact) => fact !== false);
}

/** What stands in the partner's own words. */
function Words({ deal }: { deal: DealDetail }) {
  const { t } = useLingui();
  const { note, onBehalfReason } = deal;
  if (note === null && onBehalfReason === null) return null;
  return (
    <Section title={t`In the partner's words`}>
      <Sentences>
        {note !== null && (
          <span>
            <Trans>“{note}”</Trans>
          </span>
        )}
        {onBehalfReason !== null && <Trans>Entered in the partner's place: “{onBehalfReason}”</Trans>}
      </Sentences>
    </Section>
  );
}
