import type { ImportField } from "#platform/imports/field.ts";

/** The fields of a file of partners. Cells are kept in this order with the partner, so a new field goes to the end. */
export const importFields: readonly ImportField[] = [
  {
    key: "external-id",
    label: "External id",
    type: "text",
    required: false,
    synonyms: ["partner id", "partner number", "crm id", "id", "key", "number"],
    maxLength: 200,
  },
  {
    key: "name",
    label: "Name",
    type: "text",
    required: true,
    synonyms: ["partner", "partner name", "company", "company name", "agent", "sales agent", "reseller"],
    maxLength: 400,
  },
  {
    key: "type",
    label: "Type",
    type: "choice",
    required: true,
    synonyms: ["partner type", "kind", "role", "category"],
    domain: "type",
  },
  {
    key: "territory",
    label: "Territory",
    type: "text",
    required: false,
    synonyms: ["region", "regional office", "area", "market"],
    maxLength: 200,
  },
  {
    key: "parent",
    label: "Master",
    type: "text",
    required: false,
    synonyms: ["parent", "parent partner", "master agent", "manager", "below"],
    maxLength: 400,
  },
  {
    key: "country",
    label: "Country",
    type: "choice",
    required: false,
    synonyms: ["country code", "location", "office location", "headquarters", "nation"],
    domain: "country",
  },
];

/** The day from which types and places in the hierarchy hold that a file brings; today unless told. */
export const effectiveFromOption = "effective-from";
