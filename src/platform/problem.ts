/** One thing wrong with one field of the request; `pointer` is a JSON pointer into the body, or a parameter's name. */
export interface FieldError {
  pointer: string;
  message: string;
}

export interface ProblemInit {
  /** HTTP status. */
  status: number;
  /** Stable, hyphenated name of the kind of problem; callers may branch on it. */
  type: string;
  /** A plain sentence for the person who asked: what, where, and what to do. */
  detail: string;
  title?: string;
  errors?: FieldError[];
  /** Further members of the problem document, such as the id of what already exists. */
  extra?: Record<string, unknown>;
}

/**
 * What went wrong, in words for the person who asked. Thrown anywhere, turned once, at the edge, into an
 * RFC 9457 problem document.
 */
export class Problem extends Error {
  readonly status: number;
  readonly type: string;
  readonly title: string;
  readonly errors: FieldError[];
  readonly extra: Record<string, unknown>;

  constructor(init: ProblemInit) {
    super(init.detail);
    this.name = "Problem";
    this.status = init.status;
    this.type = init.type;
    this.title = init.title ?? titleOf(init.type);
    this.errors = init.errors ?? [];
    this.extra = init.extra ?? {};
  }

  /** The same problem of a part of a document, its places told from the document's root. */
  within(pointer: string): Problem {
    const { status, type, title, message, extra } = this;
    const errors = this.errors.map((one) => ({ ...one, pointer: `${pointer}${one.pointer}` }));
    return new Problem({ status, type, title, detail: message, errors, extra });
  }
}

function titleOf(type: string): string {
  const words = type.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A row that does not exist and a row of somebody else answer alike. */
export function notFound(noun: string): Problem {
  return new Problem({
    status: 404,
    type: "not-found",
    detail: `There is no such ${noun}, or you may not see it.`,
  });
}

/** Where no route is; what is switched off answers the same. */
export function unknownAddress(): Problem {
  return new Problem({ status: 404, type: "not-found", detail: "There is no such address in this API." });
}

export function forbidden(detail = "Your role does not allow this."): Problem {
  return new Problem({ status: 403, type: "forbidden", detail });
}

export function conflict(type: string, detail: string, extra?: Record<string, unknown>): Problem {
  return new Problem({ status: 409, type, detail, extra });
}

/** The input is well-formed but cannot be accepted; `pointer` says which field. */
export function invalid(pointer: string, message: string): Problem {
  return new Problem({ status: 422, type: "invalid-input", detail: message, errors: [{ pointer, message }] });
}
