import { Trans, useLingui } from "@lingui/react/macro";
import { FieldGroup } from "#ui/form/FieldGroup.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { expand } from "../../ladders/contract.ts";
import { isNothing, type ProgramChanges, type ProgramDocument, takenAway } from "../contract.ts";
import { useLadderChangeWords } from "./ladderChangeWords.ts";
import { useTermsChangeWords } from "./termsChangeWords.ts";

interface ChangesProps {
  changes: ProgramChanges;
  /** The version that comes after; measures are called as it calls them. */
  after: Pick<ProgramDocument, "ladder">;
}

/** What changes from one version to another, in words: first what takes something away, then the rest. */
export function Changes({ changes, after }: ChangesProps) {
  const { t } = useLingui();
  const away = takenAway(changes);
  const rest = {
    ladder: changes.ladder.filter(({ takesAway }) => !takesAway),
    terms: changes.terms.filter(({ takesAway }) => !takesAway),
  };
  if (isNothing(changes)) return <Trans>Both say the same.</Trans>;
  return (
    <>
      {!isNothing(away) && (
        <FieldGroup title={t`Takes something away`}>
          <ChangeSentences changes={away} after={after} />
        </FieldGroup>
      )}
      {!isNothing(rest) && (
        <FieldGroup title={t`Changes nobody for the worse`}>
          <ChangeSentences changes={rest} after={after} />
        </FieldGroup>
      )}
    </>
  );
}

/** The sentences alone. */
function ChangeSentences({ changes, after }: ChangesProps) {
  const ladderWords = useLadderChangeWords();
  const termsWords = useTermsChangeWords();
  const measures = after.ladder === null ? [] : expand(after.ladder).measures;
  const said = [
    ...changes.ladder.map((change) => ladderWords(change, measures)),
    ...changes.terms.map((change) => termsWords(change)),
  ];
  return (
    <Sentences>
      {said.map((sentence) => (
        <span key={sentence}>{sentence}</span>
      ))}
    </Sentences>
  );
}
