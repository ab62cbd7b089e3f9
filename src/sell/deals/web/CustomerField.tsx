import { useLingui } from "@lingui/react/macro";
import { SuggestField } from "#ui/form/SuggestField.tsx";
import type { EndpointForm } from "#ui/form/useEndpointForm.ts";
import { useReader } from "#ui/reader/reader.tsx";
import { type KnownCustomer, listDealCustomers } from "../contract.ts";
import type { DealValues } from "./dealValues.ts";
import { useDealWords } from "./dealWords.ts";

/** The customer's name. One that the partner registered before, or was shown, brings what is known of it. */
export function CustomerField({ form }: { form: EndpointForm<DealValues> }) {
  const { t } = useLingui();
  const { side } = useReader();
  const { country } = useDealWords();
  const { partnerId } = form.values;
  return (
    <SuggestField
      {...form.field("customerName")}
      optional={false}
      label={t`Company`}
      autoFocus
      endpoint={listDealCustomers}
      searchParam="search"
      query={side === "vendor" && partnerId !== "" ? { partnerId } : {}}
      nameOf={({ name }) => name}
      hintOf={(known) => known.website ?? country(known.country)}
      onPick={(known) => form.set(filledWith(form.values, known))}
    />
  );
}

/** What is known of a customer, for the fields that are still empty. */
function filledWith(values: DealValues, known: KnownCustomer): Partial<DealValues> {
  const { name, country, website, taxId, crmId, contact } = known;
  const hasContact = values.contactName.trim() !== "" || values.contactEmail.trim() !== "";
  return {
    customerName: name,
    customerCountry: values.customerCountry || (country ?? ""),
    customerWebsite: values.customerWebsite || (website ?? ""),
    customerTaxId: values.customerTaxId || (taxId ?? ""),
    customerCrmId: values.customerCrmId || (crmId ?? ""),
    ...(!hasContact &&
      contact !== null && {
        contactName: contact.name ?? "",
        contactEmail: contact.email ?? "",
        contactTitle: contact.title ?? "",
        contactNoticeVersion: contact.noticeVersion,
      }),
  };
}
