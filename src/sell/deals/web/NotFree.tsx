import { Trans, useLingui } from "@lingui/react/macro";
import { Note } from "#ui/feedback/Note.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { useEngagementWords } from "../../engagement/web/index.tsx";
import type { DealItem } from "../contract.ts";

/** That the claim is not free, where the rules of engagement tell that before the decision: why, and perhaps by whom. */
export function NotFree({ deal }: { deal: DealItem }) {
  const { t } = useLingui();
  const { side, vendorName } = useReader();
  const words = useEngagementWords();
  const { disclosed } = deal;
  if (disclosed === null) return null;
  const { by, until, reasonKey } = disclosed;
  const who = by === null ? null : by.length === 0 ? vendorName : words.list(by);
  return (
    <Note
      tone="warn"
      title={side === "partner" ? t`Your claim is not free` : t`The partner is told that it is not free`}
    >
      {words.reasons[reasonKey].sentence} {who !== null && until === null && <Trans>By {who}.</Trans>}
      {who !== null && until !== null && (
        <Trans>
          By {who}, until <DateTime value={until} />.
        </Trans>
      )}{" "}
      {reasonKey === "already-protected" && (
        <Trans>The registration keeps its place and moves up by itself when the place becomes free.</Trans>
      )}
    </Note>
  );
}
