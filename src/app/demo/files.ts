import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import * as imports from "#ecosystem/imports/contract.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import type { Caller } from "../caller.ts";

/** A file that goes in as a person would bring it, and what that person answers when asked. */
export interface SampleFile {
  kind: imports.Import["kind"];
  name: string;
  /** A path, or the text itself. */
  from: { path: string } | { text: string };
  /** What cells mean that the product does not know, per field. */
  values?: BodyOf<typeof imports.mapImport>["values"];
  opening?: { reason: string };
  options?: Record<string, string>;
}

const pollEveryMs = 100;

/** Uploads, maps as guessed, checks, and runs; every row has to go in. Answers how many were created. */
export async function bring(caller: Caller, file: SampleFile): Promise<number> {
  const content =
    "path" in file.from ? createReadStream(file.from.path) : Readable.from([Buffer.from(file.from.text)]);
  const uploaded = await caller.call(imports.upload, {
    body: { kind: file.kind },
    file: { name: file.name, content },
  });
  const params = { importId: uploaded.id };
  const columns = Object.fromEntries(uploaded.columns.map(({ name, guess }) => [name, guess.field]));
  await caller.call(imports.mapImport, {
    params,
    ifMatch: uploaded.version,
    body: { columns, values: file.values ?? {}, opening: file.opening ?? null, options: file.options ?? {} },
  });
  await caller.call(imports.checkImport, { params });
  const checked = await settled(caller, uploaded.id);
  if (checked.state !== "checked" || (checked.findings?.rows.withErrors ?? 0) > 0) {
    throw new Error(
      `${file.name}: ${checked.failure ?? JSON.stringify(checked.findings?.byCode.slice(0, 3))}`,
    );
  }
  await caller.call(imports.runImport, { params });
  const done = await settled(caller, uploaded.id);
  if (done.state !== "done") throw new Error(`${file.name}: ${done.failure ?? done.state}`);
  return done.result?.created ?? 0;
}

async function settled(caller: Caller, importId: string): Promise<imports.Import> {
  for (;;) {
    const now = await caller.call(imports.getImport, { params: { importId } });
    if (now.state !== "checking" && now.state !== "running") return now;
    await wait(pollEveryMs);
  }
}
