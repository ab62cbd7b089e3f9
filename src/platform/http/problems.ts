import pg from "pg";
import { z } from "zod";
import { type FieldError, Problem } from "../problem.ts";

/** The body of an answer that says what went wrong (RFC 9457). */
export interface ProblemDocument extends Record<string, unknown> {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: FieldError[];
  /** Finds the request in the logs. */
  requestId: string;
}

export const ProblemJson = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ pointer: z.string(), message: z.string() })).optional(),
    requestId: z.string(),
  })
  .meta({ id: "Problem" });

export function toDocument(problem: Problem, requestId: string): ProblemDocument {
  return {
    ...problem.extra,
    type: problem.type,
    title: problem.title,
    status: problem.status,
    detail: problem.message,
    ...(problem.errors.length > 0 ? { errors: problem.errors } : {}),
    requestId,
  };
}

/** Turns whatever was thrown into a problem; what nobody foresaw tells nothing of the inside. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof pg.DatabaseError) return fromDatabase(error);
  const known = fromFramework(error);
  if (known !== null) return known;
  if (isUnreachable(error)) {
    return new Problem({
      status: 503,
      type: "database-unreachable",
      detail: "The database does not answer just now. Nothing was changed; try again in a moment.",
    });
  }
  return new Problem({
    status: 500,
    type: "internal-error",
    detail: "Something went wrong on our side. Nothing was changed. The code below finds it in the logs.",
  });
}

/** The database is all that a request connects to. */
function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const connecting = "syscall" in error && error.syscall === "connect";
  return connecting || /^Connection terminated|^timeout exceeded when trying to connect/.test(error.message);
}

/** A part of the request that is checked as a whole. */
export type RequestPart = "body" | "query" | "path";

/** The problem of a part of the request that does not fit its schema, with a pointer per field. */
export function fromZod(error: z.ZodError, part: RequestPart): Problem {
  const errors = error.issues.flatMap((issue): FieldError[] => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        pointer: pointerOf(part, [...issue.path, key]),
        message: "This field is not known here.",
      }));
    }
    return [{ pointer: pointerOf(part, issue.path), message: issue.message }];
  });
  return invalid(part, errors);
}

/** The problem of text that no database keeps: a null character, or half of a surrogate pair. */
export function unkeepable(part: RequestPart, path: readonly PropertyKey[]): Problem {
  return invalid(part, [
    { pointer: pointerOf(part, path), message: "This has a character that cannot be kept. Write it again." },
  ]);
}

function invalid(part: RequestPart, errors: FieldError[]): Problem {
  if (part === "path") {
    return new Problem({
      status: 404,
      type: "not-found",
      detail: "There is no such record, or you may not see it.",
    });
  }
  const first = errors[0];
  return new Problem({
    status: 422,
    type: "invalid-input",
    detail: first === undefined ? "The request does not fit." : `${first.pointer}: ${first.message}`,
    errors,
  });
}

function pointerOf(part: RequestPart, path: readonly PropertyKey[]): string {
  const joined = path.map((step) => String(step).replaceAll("~", "~0").replaceAll("/", "~1")).join("/");
  return part === "body" ? `/${joined}` : `?${joined}`;
}

/** Constraints that a person can run into, in words; the rest is a conflict without particulars. */
const constraintWords: Record<string, { type: string; detail: string }> = {
  opportunity_won_has_value: { type: "invalid-input", detail: "A won opportunity needs a value." },
  opportunity_closed_has_day: { type: "invalid-input", detail: "A closed opportunity needs a day of close." },
  opportunity_days: { type: "invalid-input", detail: "An opportunity cannot close before it was engaged." },
  payout_batch_two_people: {
    type: "four-eyes",
    detail: "A batch is released by another person than the one who made it.",
  },
};

function fromDatabase(error: pg.DatabaseError): Problem {
  const known = error.constraint === undefined ? undefined : constraintWords[error.constraint];
  if (known !== undefined)
    return new Problem({ status: known.type === "invalid-input" ? 422 : 409, ...known });
  switch (error.code) {
    case "23505":
    case "23P01":
      return new Problem({ status: 409, type: "already-exists", detail: "That exists already." });
    case "23503":
      return new Problem({
        status: 409,
        type: "in-use",
        detail: "Something else refers to this, or what it refers to is gone.",
      });
    case "23514":
    case "22003":
    case "22007":
    case "22008":
    case "22001":
    case "22021":
    case "22P05":
      return new Problem({
        status: 422,
        type: "invalid-input",
        detail: "A value is outside of what is allowed.",
      });
    case "42501":
      return new Problem({
        status: 404,
        type: "not-found",
        detail: "There is no such record, or you may not see it.",
      });
    case "57014":
      return new Problem({
        status: 503,
        type: "took-too-long",
        detail: "This took too long and was stopped. Nothing was changed.",
      });
    case "40001":
    case "40P01":
      return new Problem({
        status: 409,
        type: "busy",
        detail: "Others changed the same thing just now. Try again.",
      });
    case "57P01":
    case "57P02":
    case "57P03":
      return new Problem({
        status: 503,
        type: "database-unreachable",
        detail: "The database restarted just now. Nothing was changed; try again in a moment.",
      });
    default:
      return new Problem({
        status: 500,
        type: "internal-error",
        detail: "Something went wrong on our side. Nothing was changed. The code below finds it in the logs.",
      });
  }
}

/** The framework's own refusals: a body that is no JSON, one that is too large, too many requests. */
function fromFramework(error: unknown): Problem | null {
  if (!(error instanceof Error) || !("statusCode" in error) || typeof error.statusCode !== "number")
    return null;
  const code = "code" in error ? String(error.code) : "";
  const words: Record<number, { type: string; detail: string }> = {
    400: { type: "malformed-request", detail: "The request cannot be read: its body is not valid JSON." },
    413: { type: "too-large", detail: "The request is larger than allowed." },
    415: { type: "unsupported-media-type", detail: "Send the body as application/json." },
    429: { type: "too-many-requests", detail: "Too many requests. Wait a moment and go on." },
    503: { type: "overloaded", detail: "The server is busy. Try again in a moment." },
  };
  const known = words[error.statusCode];
  if (known === undefined) return null;
  if (code === "FST_ERR_CTP_EMPTY_JSON_BODY") {
    return new Problem({
      status: 400,
      type: "malformed-request",
      detail: "The request says it is JSON but has no body.",
    });
  }
  return new Problem({ status: error.statusCode, ...known });
}
