import { useLingui } from "@lingui/react/macro";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { type Fact, Facts } from "#ui/page/Facts.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DateTime, EndTime } from "#ui/text/dates.tsx";
import type { BenefitCase } from "../contract.ts";
import { BenefitValue, useBenefitWords } from "./benefitWords.tsx";
import { Whence } from "./Whence.tsx";

/** Who asked for what and when, what was granted by which entitlement, and until when it lasts. */
export function RequestFacts({ request }: { request: BenefitCase }) {
  const { t } = useLingui();
  return (
    <Section title={t`The request`}>
      <Facts facts={useFacts(request)} columned />
    </Section>
  );
}

function useFacts(request: BenefitCase): Fact[] {
  const { t } = useLingui();
  const { side } = useReader();
  const href = useRecordHref();
  const words = useBenefitWords();
  const { partner, granted, decidedAt, state } = request;
  const isCounted = request.unit === "count" || request.unit === "money";
  const facts: (Fact | false)[] = [
    side === "vendor" && { label: t`Partner`, value: partner.name, to: href("partner", partner.id) },
    { label: t`Program`, value: request.program.name },
    { label: t`Kind`, value: words.kind(request.kind) },
    isCounted && { label: t`Asked for`, value: <BenefitValue of={request} value={request.quantity} /> },
    { label: t`Asked`, value: <DateTime value={request.requestedAt} />, hint: request.requestedBy },
    decidedAt !== null && {
      label: state === "declined" ? t`Declined` : t`Granted`,
      value:
        isCounted && granted !== null ? (
          <BenefitValue of={request} value={granted} />
        ) : (
          <DateTime value={decidedAt} />
        ),
      hint: (
        <>
          {isCounted && granted !== null && (
            <>
              <DateTime value={decidedAt} />{" "}
            </>
          )}
          {request.decidedBy}
        </>
      ),
    },
    request.grantedBy !== null && {
      label: t`Entitlement`,
      value: <BenefitValue of={request} value={request.grantedBy.value} />,
      hint: <GrantedBy request={request} by={request.grantedBy} />,
    },
    granted !== null && {
      label: t`Usable until`,
      value: request.validUntil === null ? t`Without an end` : <EndTime value={request.validUntil} />,
    },
    isCounted &&
      request.left !== null && { label: t`Left`, value: <BenefitValue of={request} value={request.left} /> },
  ];
  return facts.filter((fact) => fact !== false);
}

/** The entitlement as it was then, whatever the level is now. */
function GrantedBy({ request, by }: { request: BenefitCase; by: NonNullable<BenefitCase["grantedBy"]> }) {
  const { unit, currency, program } = request;
  const then = {
    unit,
    currency,
    program,
    level: by.level,
    levelSince: null,
    value: by.value,
    from: by.from,
    programSays: null,
    rests: false,
    missing: [],
    next: null,
  };
  return <Whence of={then} />;
}
