import type { ImportField } from "#platform/imports/field.ts";

/** The fields of a file of facts. */
export const importFields: readonly ImportField[] = [
  {
    key: "partner",
    label: "Partner",
    type: "reference",
    required: true,
    synonyms: ["partner id", "partner number", "external id", "company", "partner name"],
    domain: "partners",
  },
  {
    key: "kind",
    label: "Kind",
    type: "choice",
    required: true,
    synonyms: ["kind of fact", "fact", "measure", "metric", "type"],
    domain: "kinds",
  },
  {
    key: "day",
    label: "Day",
    type: "day",
    required: true,
    synonyms: ["counts on", "date", "on", "since", "from", "valid from"],
  },
  {
    key: "value",
    label: "Value",
    type: "decimal",
    required: true,
    synonyms: ["number", "amount", "count", "score"],
  },
  {
    key: "currency",
    label: "Currency",
    type: "choice",
    required: false,
    synonyms: ["currency code", "iso currency"],
    domain: "currencies",
  },
  {
    key: "valid-until",
    label: "Valid until",
    type: "day",
    required: false,
    synonyms: ["until", "expires", "expires on", "expiry", "end", "valid to"],
  },
  {
    key: "source",
    label: "Source",
    type: "text",
    required: true,
    synonyms: ["note", "where from", "origin", "reference", "remark"],
    maxLength: 1000,
  },
];
