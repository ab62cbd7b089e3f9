import type { z } from "zod";
import { type FieldError, Problem } from "#platform/problem.ts";
import { fieldPathOf } from "#ui/form/pointers.ts";
import { type Ladder, readLadder } from "../contract.ts";

/** The smallest ladder that tells partners apart, to begin with. */
export function emptyLadder(currency: string): Ladder {
  return {
    format: "hanse-ladder/1",
    name: "",
    label: "",
    currency,
    measure: "won close value",
    window: "previous calendar quarter",
    base: "",
    levels: [{ level: "", from: "" }],
  };
}

/** A key made of a name: `Résellers EMEA` gives `resellers-emea`. */
export function keyOf(name: string): string {
  const plain = name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, 40)
    .replace(/-+$/, "");
}

/** What cannot stand together in a ladder, as the server would say it. */
function contradictions(ladder: Ladder): readonly FieldError[] {
  try {
    readLadder(ladder);
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.errors;
  }
}

/** The body of an endpoint that publishes a ladder, checked here for what the server would refuse it for. */
export function checkingLadder<Body extends z.ZodType<{ ladder: Ladder }>>(body: Body): Body {
  return body.check(({ value, issues }) => {
    for (const { pointer, message } of contradictions(value.ladder)) {
      const path = ["ladder", ...fieldPathOf(pointer).split(".")];
      issues.push({ code: "custom", path, message, input: value.ladder });
    }
  });
}
