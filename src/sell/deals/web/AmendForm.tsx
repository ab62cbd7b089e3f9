import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Note } from "#ui/feedback/Note.tsx";
import { Form } from "#ui/form/Form.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { Surface } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { changeDeal, type DealDetail } from "../contract.ts";
import { DealFields } from "./DealFields.tsx";
import { changedContent, type DealValues, valuesOf } from "./dealValues.ts";
import "./serverSentences.ts";

interface AmendFormProps {
  deal: DealDetail;
  onDone: () => void;
}

/** Changes what was submitted, all at once; a change of the claim itself takes a new place, and says so before. */
export function AmendForm({ deal, onDone }: AmendFormProps) {
  const { t } = useLingui();
  const { currency } = useReader();
  const [initial] = useState(() => valuesOf(deal, currency));
  const form = useEndpointForm(changeDeal, {
    params: { dealId: deal.id },
    ifMatch: deal.version,
    initial,
    toBody: (values) => changedContent(initial, values),
    // An empty project is one, too.
    verbatim: ["project"],
    onDone,
  });
  const now = Object.keys(changedContent(initial, form.values));
  const asksElse = now.some((name) => claim.has(name)) || productsOf(initial) !== productsOf(form.values);
  return (
    <Surface padded>
      <Form form={form} submit={t`Amend`} edits onCancel={onDone}>
        <DealFields form={form} sum={deal.value} distributor={deal.distributor} />
        {asksElse && (
          <Note tone="warn" title={t`It may take a new place in the queue`}>
            <Trans>
              Customer, country, products, project and role are what you ask for. If they become others, it
              stands behind those who asked for that before.
            </Trans>
          </Note>
        )}
      </Form>
    </Surface>
  );
}

/** What decides for what somebody asks; all else keeps the place. */
const claim: ReadonlySet<string> = new Set([
  "customerName",
  "customerWebsite",
  "customerCountry",
  "customerTaxId",
  "customerCrmId",
  "project",
  "role",
]);

/** Which products are asked for; their numbers and amounts are no part of it. */
function productsOf({ lines }: DealValues): string {
  return [...new Set(lines.map(({ productId }) => productId))].toSorted().join(" ");
}
