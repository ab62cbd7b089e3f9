import type { ImportField } from "#platform/imports/field.ts";

/** The fields of a file of accounts. Cells are kept in this order with the account, so a new field goes to the end. */
export const importFields: readonly ImportField[] = [
  {
    key: "external-id",
    label: "External id",
    type: "text",
    required: false,
    synonyms: ["account id", "customer id", "customer number", "crm id", "id", "key", "number"],
    maxLength: 200,
  },
  {
    key: "name",
    label: "Name",
    type: "text",
    required: true,
    synonyms: ["account", "account name", "customer", "customer name", "company", "company name", "client"],
    maxLength: 400,
  },
  {
    key: "sector",
    label: "Sector",
    type: "choice",
    required: false,
    synonyms: ["industry", "branch", "vertical", "line of business"],
    domain: "sector",
  },
  {
    key: "year-established",
    label: "Year established",
    type: "integer",
    required: false,
    synonyms: ["founded", "founded in", "year founded", "established"],
  },
  {
    key: "annual-revenue",
    label: "Annual revenue in millions",
    type: "decimal",
    required: false,
    synonyms: ["revenue", "annual revenue", "turnover", "sales"],
  },
  {
    key: "employees",
    label: "Employees",
    type: "integer",
    required: false,
    synonyms: ["headcount", "number of employees", "staff", "size"],
  },
  {
    key: "country",
    label: "Country",
    type: "choice",
    required: false,
    synonyms: ["office location", "location", "headquarters", "country code", "nation"],
    domain: "country",
  },
  {
    key: "parent",
    label: "Belongs to",
    type: "text",
    required: false,
    synonyms: ["subsidiary of", "parent", "parent account", "parent company", "group"],
    maxLength: 400,
  },
];
