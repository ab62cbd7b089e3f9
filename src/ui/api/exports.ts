import type { Endpoint } from "#platform/http/endpoint.ts";
import { download } from "./call.ts";
import { urlOf } from "./url.ts";

/** A list as a file: the same path with `.csv`, the same filters, the same sort, all rows. */
function csvOf(endpoint: Endpoint): Endpoint {
  return { ...endpoint, path: `${endpoint.path}.csv`, download: "text/csv" };
}

/** The address of the file with exactly what a list shows. */
export function csvUrl(endpoint: Endpoint, params: object = {}, query: object = {}): string {
  return urlOf(csvOf(endpoint), params, query);
}

/** Hands the file with exactly what a list shows to the person under `name`. */
export function saveCsv(endpoint: Endpoint, address: FileAddress, name: string): Promise<void> {
  return saveFile(csvOf(endpoint), address, name);
}

interface FileAddress {
  params?: object | undefined;
  query?: object | undefined;
}

/**
 * Fetches a file and hands it to the person under `name`. It goes through `fetch` rather than a bare link, so that
 * the membership goes along and a refusal is shown in the page.
 * @throws {ProblemError} as `call`.
 */
export async function saveFile(endpoint: Endpoint, address: FileAddress, name: string): Promise<void> {
  saveBlob(await download(endpoint, address), name);
}

/** Lets the browser fetch a file from an address that answers an attachment, under the name that it says. */
export function saveFrom(url: string): void {
  const link = document.createElement("a");
  link.href = url;
  link.rel = "noreferrer";
  link.download = "";
  link.click();
}

/** A name that every system takes for a file. */
export function fileName(title: string, ending: string): string {
  return `${title.replaceAll(/[\\/:*?"<>|]/g, "").trim()}.${ending}`;
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
