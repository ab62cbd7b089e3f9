import { Trans, useLingui } from "@lingui/react/macro";
import { Note } from "#ui/feedback/Note.tsx";
import { DayText } from "#ui/text/dates.tsx";
import type { DealCase } from "../../contract.ts";
import { useCaseWords } from "./words.ts";

/** Public tenders of the customer: those of the day of the registration and before stand against it. */
export function TendersHere({ known }: { known: DealCase }) {
  return known.tenders.map((one) => <TenderHere key={one.tender.id} known={one} />);
}

function TenderHere({ known }: { known: DealCase["tenders"][number] }) {
  const { t } = useLingui();
  const words = useCaseWords();
  const { tender, publishedOn, source, counts, on, sure } = known;
  const what = [tender.customer, tender.project].filter(Boolean).join(": ");
  return (
    <Note
      tone={counts ? "warn" : "info"}
      title={sure === "certain" ? t`Public tender of ${what}` : t`It may be the public tender of ${what}`}
      action={{ label: t`Public tenders`, to: "/rules-of-engagement?tab=tenders" }}
    >
      {counts ? (
        <Trans>
          Published <DayText value={publishedOn} />, on the day of this registration or before: it stands
          against it.
        </Trans>
      ) : (
        <Trans>
          Published <DayText value={publishedOn} />, after this registration, which survives it.
        </Trans>
      )}{" "}
      <Trans>Matches by {words.match(on, sure)}.</Trans> {source}
    </Note>
  );
}
