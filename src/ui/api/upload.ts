import type { Endpoint, ParamsOf, ResponseOf } from "#platform/http/endpoint.ts";
import { type ProblemError, problemFrom, unreachable } from "./problem.ts";
import { apiSettings } from "./settings.ts";
import { urlOf } from "./url.ts";

interface UploadOptions<E extends Endpoint> {
  params?: ParamsOf<E>;
  /** Fields that go before the file. */
  fields?: Readonly<Record<string, string>>;
  file: File;
  idempotencyKey?: string;
  /** Told the share sent so far, from 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/**
 * Sends a file to an endpoint that takes multipart, and gives its answer. The browser's `fetch` tells nothing about
 * what is under way, so this goes another road than `call`.
 * @throws {ProblemError} as `call`.
 */
export function upload<E extends Endpoint>(endpoint: E, options: UploadOptions<E>): Promise<ResponseOf<E>> {
  const { membership, onSignedOut } = apiSettings();
  return new Promise((resolve, reject: (problem: ProblemError) => void) => {
    const request = new XMLHttpRequest();
    request.open(endpoint.method, urlOf(endpoint, options.params));
    request.setRequestHeader("Accept", "application/json");
    if (membership) request.setRequestHeader("Hanse-Membership", membership);
    if (options.idempotencyKey) request.setRequestHeader("Idempotency-Key", options.idempotencyKey);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        resolve(request.responseText === "" ? null : JSON.parse(request.responseText));
        return;
      }
      if (request.status === 401) onSignedOut();
      reject(problemFrom(request.status, request.responseText));
    };
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(unreachable());
    options.signal?.addEventListener("abort", () => request.abort());

    const form = new FormData();
    for (const [name, value] of Object.entries(options.fields ?? {})) form.append(name, value);
    form.append("file", options.file);
    request.send(form);
  });
}
