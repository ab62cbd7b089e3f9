import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { createCallers } from "#app/caller.ts";
import * as imports from "#ecosystem/imports/contract.ts";
import { copyRows } from "#platform/database/copy.ts";
import {
  generateAccounts,
  generateOrderLines,
  generatePartners,
  generateProducts,
} from "../test/oracle/generate.ts";
import { adminEmail, type BenchInstallation, install } from "./installation.ts";
import { type Spent, spent } from "./processor.ts";
import { type Bench, peakMebibytes, round, sized } from "./result.ts";

const lines = sized(50_000, 1_000_000);
const seed = 7;
const pollEveryMs = 50;

/**
 * A file of opportunities, uploaded, mapped, checked row by row and taken over: sales, lines, wins, won value and
 * partner accounts. Held against COPY of the same rows into a bare table.
 */
export const importRows: Bench = async (log) => {
  const bench = await install();
  try {
    const principal = await bench.hanse.resolver.byEmail(adminEmail);
    if (principal === null) throw new Error("Nobody to import as.");
    const caller = createCallers(bench.hanse)(principal);
    await bench.hanse.jobs.start();
    const bring = async (kind: imports.Import["kind"], content: Iterable<string> | AsyncIterable<string>) => {
      const file = { name: `${kind}.csv`, content: Readable.from(content) };
      const { id, version, columns } = await caller.call(imports.upload, { body: { kind }, file });
      const params = { importId: id };
      const mapping = Object.fromEntries(columns.map(({ name, guess }) => [name, guess.field]));
      await caller.call(imports.mapImport, { params, ifMatch: version, body: { columns: mapping } });
      await caller.call(imports.checkImport, { params });
      await settled(params);
      await caller.call(imports.runImport, { params, body: { skipProblemRows: true } });
      return settled(params);
    };
    const settled = async (params: { importId: string }): Promise<imports.Import> => {
      for (;;) {
        const now = await caller.call(imports.getImport, { params });
        if (now.failure !== null) throw new Error(now.failure);
        if (now.state !== "checking" && now.state !== "running") return now;
        await sleep(pollEveryMs);
      }
    };
    await bring("products", generateProducts());
    await bring("accounts", generateAccounts());
    await bring("partners", generatePartners());
    let created = 0;
    let ours: Spent = { seconds: 0, processor: null };
    const memory = await peakMebibytes(async () => {
      ours = await spent(bench, async () => {
        created = (await bring("opportunities", generateOrderLines(lines, seed))).result?.created ?? 0;
      });
    });
    log(`${created} of ${lines} rows in ${round(ours.seconds, 1)} s`);
    const bare = await spent(bench, () => copyOnly(bench));
    log(`COPY of the same rows in ${round(bare.seconds, 2)} s`);
    return [
      {
        name: "import",
        ours: Math.round(lines / ours.seconds),
        peer: Math.round(lines / bare.seconds),
        unit: "rows/s",
        ratio: round(bare.seconds / ours.seconds, 3),
        processorRatio: bare.processor && ours.processor && round(bare.processor / ours.processor, 3),
        n: lines,
        what: "a CSV file checked and taken over as opportunities, against COPY of the same rows",
      },
      {
        name: "import/memory",
        ours: Math.round(memory),
        peer: null,
        unit: "MiB",
        ratio: null,
        n: lines,
        what: "resident at most while the file was imported, without the database's own processes",
      },
    ];
  } finally {
    await bench.close();
  }
};

/** The limit: the same cells by COPY into a stage without keys. */
async function copyOnly({ admin }: BenchInstallation): Promise<void> {
  const table = `bare_${randomUUID().replaceAll("-", "")}`;
  await admin.query(`create table ${table} (a text, b text, c text, d text, e text, f text, g text, h text)`);
  const client = await admin.connect();
  try {
    await copyRows({ client }, table, ["a", "b", "c", "d", "e", "f", "g", "h"], cells());
  } finally {
    client.release();
  }
}

async function* cells() {
  let isHeader = true;
  for await (const line of generateOrderLines(lines, seed)) {
    if (!isHeader) yield line.trimEnd().split(",");
    isHeader = false;
  }
}
