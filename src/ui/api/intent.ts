/** A random id, also where the page is not served over HTTPS and `crypto.randomUUID` is missing. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"));
  hex[6] = `4${hex[6]?.charAt(1)}`;
  hex[8] = `a${hex[8]?.charAt(1)}`;
  const join = (from: number, to: number) => hex.slice(from, to).join("");
  return `${join(0, 4)}-${join(4, 6)}-${join(6, 8)}-${join(8, 10)}-${join(10, 16)}`;
}

/** The `Idempotency-Key` of what a person wants: kept while it is not known whether it took place. */
export interface Intent {
  keyFor(request: unknown): string;
  /** Call with the status of what came back; 0 when nothing did. */
  answered(status: number): void;
}

/**
 * The same request gets the same key until it was answered; another request is another intent. An answer below 500
 * ends it, since the server would repeat that answer for the key even when the reason for it has gone.
 */
export function newIntent(makeId: () => string = randomId): Intent {
  let open: { key: string; request: string } | null = null;
  return {
    keyFor(request) {
      const content = JSON.stringify(request) ?? "";
      if (open?.request !== content) open = { key: makeId(), request: content };
      return open.key;
    },
    answered(status) {
      if (status > 0 && status < 500) open = null;
    },
  };
}
