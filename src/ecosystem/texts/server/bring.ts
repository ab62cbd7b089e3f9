import Papa from "papaparse";
import { z } from "zod";
import type { Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { idJson } from "#platform/http/wire.ts";
import { fromPublicId } from "#platform/ids.ts";
import { invalid } from "#platform/problem.ts";
import { languages } from "../../people/contract.ts";
import { principalOf } from "../../people/index.ts";
import { type bringTexts, events } from "../contract.ts";
import { faultsOf } from "../text.ts";
import * as store from "./store.ts";

type Brought = ResponseOf<typeof bringTexts>;

const maxRows = 5_000;
const maxTold = 100;

const Row = z.object({
  id: idJson("txt"),
  language: z.enum(languages, "The column language holds none of en, de, ar."),
  text: z.string().max(8000, "The text has more than 8,000 characters."),
  sourceHash: z.string().optional(),
});

/** Takes the list's CSV back: every row with a text becomes a draft, set by set; what cannot be taken is told by its row. */
export async function bring(tx: Tx, csv: string, hidden: readonly string[]): Promise<Brought> {
  const { data } = Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ""), {
    header: true,
    skipEmptyLines: true,
  });
  const [first] = data;
  const lacking = ["id", "language", "text"].find((column) => first === undefined || !(column in first));
  if (lacking !== undefined)
    throw invalid(
      "/csv",
      `The file has no column ${lacking}. Bring the CSV of the list, with its column text filled.`,
    );
  if (data.length > maxRows)
    throw invalid("/csv", `The file has more than ${maxRows} rows: bring it in parts.`);
  const problems: Brought["problems"] = [];
  const filled = data.flatMap((cells, index) => {
    if ((cells.text ?? "").trim() === "") return [];
    const read = Row.safeParse(cells);
    // The head is row 1.
    if (!read.success) problems.push({ row: index + 2, message: read.error.issues[0]?.message ?? "" });
    return read.success ? [{ ...read.data, text: plain(read.data.text), row: index + 2 }] : [];
  });
  const sources = new Map(
    (
      await store.lockSources(
        tx,
        [...new Set(filled.map(({ id }) => fromPublicId("txt", id, "text")))],
        hidden,
      )
    ).map((source) => [source.id, source]),
  );
  const written = new Map<string, store.Written>();
  for (const { id, language, text, sourceHash, row } of filled) {
    const source = sources.get(fromPublicId("txt", id, "text"));
    const problem = problemOf(source, language, text, sourceHash);
    if (problem !== null) problems.push({ row, message: problem });
    else if (source !== undefined)
      written.set(`${source.id} ${language}`, {
        textId: source.id,
        language,
        content: text,
        sourceHash: source.hash,
      });
  }
  const { membershipId } = principalOf(tx);
  const changed = await store.writeVariants(tx, [...written.values()], { membershipId, isApproved: false });
  if (changed > 0)
    await record(
      tx,
      events.textsBrought,
      { subject: { kind: "vendor", id: tx.vendorId } },
      { written: changed },
    );
  return {
    written: changed,
    unchanged: written.size - changed,
    problems: problems.toSorted((a, b) => a.row - b.row).slice(0, maxTold),
  };
}

/** Without the apostrophe by which the list's CSV keeps a spreadsheet from running a text. */
function plain(text: string): string {
  return text.replace(/^'(?=[=+\-@＝＋－＠])/, "").trim();
}

function problemOf(
  source: store.SourceRow | undefined,
  language: string,
  text: string,
  sourceHash: string | undefined,
): string | null {
  if (source === undefined) return "There is no such text any more.";
  if (source.language === language) return "The text is written in this language.";
  if (sourceHash !== undefined && sourceHash !== "" && sourceHash !== source.hash)
    return "The source was changed since the file was made.";
  return faultsOf({ form: source.form, text: source.content }, text, language)[0] ?? null;
}
