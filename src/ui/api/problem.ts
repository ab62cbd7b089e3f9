import type { FieldError } from "#platform/problem.ts";

/** The RFC 9457 document that the server answers when something is wrong. */
interface ProblemDocument {
  type?: unknown;
  title?: unknown;
  status?: unknown;
  detail?: unknown;
  errors?: unknown;
  [member: string]: unknown;
}

/**
 * What went wrong with a call, in the server's words. `status` is 0 when no answer came: then nothing is known
 * about whether the act took place, and it may be tried again with the same `Idempotency-Key`.
 */
export class ProblemError extends Error {
  readonly status: number;
  readonly type: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: FieldError[];
  /** What support searches the logs for; null when the server gave none. */
  readonly code: string | null;
  /** Further members of the document, such as the id of what already exists. */
  readonly extra: Record<string, unknown>;

  constructor(status: number, document: ProblemDocument) {
    const title = text(document.title) ?? "";
    const detail = text(document.detail) ?? title;
    super(detail);
    this.name = "ProblemError";
    this.status = status;
    this.type = kind(text(document.type));
    this.title = title;
    this.detail = detail;
    this.errors = fieldErrors(document.errors);
    this.code = text(document.code) ?? text(document.requestId) ?? text(document.instance);
    this.extra = document;
  }
}

/** Reads a failed answer; a body that is no problem document still gives a problem with its status. */
export function problemFrom(status: number, body: string): ProblemError {
  try {
    const document: unknown = JSON.parse(body);
    if (document !== null && typeof document === "object") return new ProblemError(status, { ...document });
  } catch {
    // A proxy may answer with a page of its own: what it says is of no use to the person.
  }
  return new ProblemError(status, { type: "unreadable-answer" });
}

/** No answer came: the network, the server or the person's own wait ended first. */
export function unreachable(): ProblemError {
  return new ProblemError(0, { type: "unreachable" });
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** The last part of the type, whether it came as a name or as a URI. */
function kind(type: string | null): string {
  return type?.split(/[/:#]/).at(-1) || "unknown";
}

function fieldErrors(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (item): item is FieldError =>
      item !== null && typeof item === "object" && "pointer" in item && "message" in item,
  );
}
