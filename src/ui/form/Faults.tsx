import { useLingui } from "@lingui/react";
import type { FieldError } from "#platform/problem.ts";
import { inReadersWords } from "../i18n/serverWords.ts";
import { Code, Sentences } from "../text/Sentences.tsx";
import classes from "./form.module.css";

/** Everything that is wrong in a document, each with its place as a JSON pointer; nothing where nothing is. */
export function Faults({ errors }: { errors: readonly FieldError[] }) {
  const { i18n } = useLingui();
  if (errors.length === 0) return null;
  return (
    <div role="alert" className={classes.wrong}>
      <Sentences>
        {errors.map(({ pointer, message }) => (
          <span key={`${pointer} ${message}`}>
            {pointer !== "" && (
              <>
                <Code>{pointer}</Code>{" "}
              </>
            )}
            {inReadersWords(message, i18n)}
          </span>
        ))}
      </Sentences>
    </div>
  );
}
