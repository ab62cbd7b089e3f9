import type { Endpoint } from "#platform/http/endpoint.ts";
import { download } from "./call.ts";
import { urlOf } from "./url.ts";

/** The address of a file with exactly what a list shows: the same filters, the same sort. */
export function csvUrl(endpoint: Endpoint, params: object, query: object): string {
  return urlOf(endpoint, params, query);
}

/**
 * Fetches a file and hands it to the person under `name`. It goes through `fetch` rather than a bare link, so that
 * the membership goes along and a refusal is shown in the page.
 * @throws {ProblemError} as `call`.
 */
export async function saveFile(
  endpoint: Endpoint,
  address: { params?: object | undefined; query?: object | undefined },
  name: string,
): Promise<void> {
  saveBlob(await download(endpoint, address), name);
}

/** Hands a file that was made in the page to the person. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
