import { useOwnTexts } from "../../texts/web/index.tsx";
import { textsRef } from "../texts-ref.ts";

/**
 * What a specialization is called and stands for in the reader's language; what is not translated, or was said otherwise
 * by the version in question, stays as it is written.
 */
export function useSpecializationTexts(id: string): (field: "label" | "summary", written: string) => string {
  const own = useOwnTexts(textsRef(id));
  return (field, written) => own(field, written)?.text ?? written;
}
