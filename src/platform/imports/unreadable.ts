import { Problem } from "../problem.ts";

/** The file cannot be read as a table at all; `detail` says what is wrong, where, and what to do. */
export function unreadable(detail: string): Problem {
  return new Problem({
    status: 422,
    type: "unreadable-file",
    detail,
    errors: [{ pointer: "/file", message: detail }],
  });
}
