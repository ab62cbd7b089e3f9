import type { ImportField } from "#platform/imports/field.ts";

/**
 * The fields of a file of opportunities. Cells are kept in this order with the opportunity, so a new field goes to the
 * end.
 */
export const importFields: readonly ImportField[] = [
  {
    key: "external-id",
    label: "External id",
    type: "text",
    required: true,
    synonyms: ["opportunity id", "opportunity", "deal id", "crm id", "id", "key", "number"],
    maxLength: 200,
  },
  {
    key: "name",
    label: "Name",
    type: "text",
    required: false,
    synonyms: ["opportunity name", "deal name", "title", "subject", "description"],
    maxLength: 400,
  },
  {
    key: "owner",
    label: "Partner",
    type: "reference",
    required: false,
    synonyms: ["sales agent", "agent", "owner", "partner name", "reseller", "source", "channel partner"],
    domain: "partners",
  },
  {
    key: "seller",
    label: "Direct seller",
    type: "reference",
    required: false,
    synonyms: ["seller", "seller email", "account executive", "sales rep", "sales representative"],
    domain: "sellers",
  },
  {
    key: "account",
    label: "Account",
    type: "reference",
    required: false,
    synonyms: ["account name", "customer", "customer name", "company", "end customer", "client"],
    domain: "accounts",
  },
  {
    key: "product",
    label: "Product",
    type: "reference",
    required: false,
    synonyms: ["product name", "item", "sku", "article"],
    domain: "products",
  },
  {
    key: "quantity",
    label: "Quantity",
    type: "integer",
    required: false,
    synonyms: ["qty", "units", "seats", "count"],
  },
  {
    key: "stage",
    label: "Stage",
    type: "choice",
    required: false,
    synonyms: ["deal stage", "opportunity stage", "status", "phase", "state"],
    domain: "stages",
  },
  {
    key: "value",
    label: "Value",
    type: "money",
    required: false,
    synonyms: ["close value", "amount", "deal value", "revenue", "total", "price", "won value"],
  },
  {
    key: "engaged-on",
    label: "Engaged on",
    type: "day",
    required: false,
    synonyms: [
      "engage date",
      "engaged",
      "engagement date",
      "created",
      "created date",
      "opened",
      "start date",
    ],
  },
  {
    key: "closed-on",
    label: "Closed on",
    type: "day",
    required: false,
    synonyms: ["close date", "closed", "closed date", "won date", "end date"],
  },
];

/** Place of a field's cell, counted from 1 as SQL does. */
export function placeOf(key: string): number {
  const index = importFields.findIndex((field) => field.key === key);
  if (index < 0) throw new Error(`Opportunities have no field ${key}.`);
  return index + 1;
}
