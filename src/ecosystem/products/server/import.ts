import { sql } from "kysely";
import type { ImportField, ImportKind } from "#platform/imports/kind.ts";
import { applyRecords } from "#platform/imports/records/apply.ts";
import { checkRecords } from "#platform/imports/records/check.ts";
import type { RecordTable } from "#platform/imports/records/records.ts";
import { undoRecords } from "#platform/imports/records/undo.ts";

const fields: readonly ImportField[] = [
  {
    key: "external-id",
    label: "External id",
    type: "text",
    required: false,
    synonyms: ["product id", "sku", "article number", "part number", "product code", "id", "code"],
    maxLength: 200,
  },
  {
    key: "name",
    label: "Name",
    type: "text",
    required: true,
    synonyms: ["product", "product name", "item", "article", "title"],
    maxLength: 200,
  },
  {
    key: "series",
    label: "Series",
    type: "text",
    required: true,
    synonyms: ["product series", "product line", "family", "category", "range"],
    maxLength: 80,
  },
  {
    key: "list-price",
    label: "List price",
    type: "money",
    required: false,
    synonyms: ["sales price", "price", "unit price", "retail price", "msrp"],
  },
];

const products: RecordTable = {
  table: "product",
  noun: "product",
  fields,
  columns: ({ currency }) => [
    { column: "name", field: "name", value: (cell) => cell },
    { column: "series", field: "series", value: (cell) => cell },
    { column: "list_price_minor", field: "list-price", value: (cell) => sql`${cell}::bigint` },
    { column: "currency", field: "list-price", value: () => sql`${currency}::text` },
  ],
};

/** Files of products: one row each, told apart by the external id or else the name. */
export const importKind: ImportKind = {
  kind: "products",
  fields,
  domains: async () => ({}),
  check: (tx, context) => checkRecords(tx, context, products),
  apply: (tx, context, range) => applyRecords(tx, context, products, range),
  undo: (tx, context) =>
    undoRecords(tx, context, products, {
      parts: [],
      why: {
        opportunity_line: "Opportunities have it in their lines.",
        registration_line: "Registrations have it in their lines.",
      },
    }),
};
