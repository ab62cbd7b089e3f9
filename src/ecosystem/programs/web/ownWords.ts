import { useOwnTexts } from "../../texts/web/index.tsx";
import { textsRef } from "../texts-ref.ts";

/**
 * A program's own texts in the reader's language, by field, where a page needs them as plain text: a heading, a column.
 * A text that is not translated, or that another version says otherwise, stays as it is written.
 */
export function useProgramTexts(programId: string): (field: string, written: string) => string {
  const own = useOwnTexts(textsRef(programId));
  return (field, written) => {
    const text = own(field);
    return text?.source === written ? text.text : written;
  };
}
