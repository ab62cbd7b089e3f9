import type { Tx } from "#platform/database/tx.ts";
import { essence } from "#platform/imports/words.ts";
import { invalid } from "#platform/problem.ts";
import { load } from "./actions.ts";
import { type ImportServices, kindOf } from "./services.ts";

const defaultLimit = 50;

/** What the cells of a field can mean, by name; for choosing one. */
export async function listValues(
  tx: Tx,
  services: ImportServices,
  publicId: string,
  query: { field: string; search?: string; limit?: number },
): Promise<{ items: { value: string; label: string }[] }> {
  const row = await load(tx, publicId);
  const kind = kindOf(services, row.kind);
  const field = kind.fields.find((one) => one.key === query.field);
  if (field?.domain === undefined) throw invalid("?field", "This field has no list of values.");
  const known = (await kind.domains(tx))[field.domain] ?? [];
  const wanted = essence(query.search ?? "");
  return {
    items: known
      .filter(({ value, label }) => essence(label).includes(wanted) || essence(value).includes(wanted))
      .slice(0, query.limit ?? defaultLimit),
  };
}
