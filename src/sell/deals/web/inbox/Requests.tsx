import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { IconCheck, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { ActButton } from "#ui/act/Act.tsx";
import { Acts } from "#ui/act/Acts.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { FileList } from "#ui/file/FileList.tsx";
import { useHotkey } from "#ui/keys/Hotkeys.tsx";
import { Section } from "#ui/page/Section.tsx";
import { DateTime, DayText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { getEngagementRules } from "../../../engagement/contract.ts";
import type { DealDetail } from "../../contract.ts";
import { openFile } from "../DealFiles.tsx";
import { AnswerExtension, AnswerOutcome } from "./RequestDialogs.tsx";

interface ExtensionRequestProps {
  deal: DealDetail;
  request: DealDetail["extensions"][number];
}

/** More time is asked for. */
export function ExtensionRequest({ deal, request }: ExtensionRequestProps) {
  const { t } = useLingui();
  const [answer, setAnswer] = useState<boolean | null>(null);
  const days = useEndpoint(getEngagementRules, { query: {} }).data?.settings.extension.days ?? 0;
  return (
    <Section title={t`More time is asked for`}>
      <Sentences>
        <span>
          <Trans>“{request.reason}”</Trans>
        </span>
        <Trans>
          Asked <DateTime value={request.requestedAt} />. The protection ends{" "}
          <DateTime value={deal.protection?.until} />; by the rules it can go on for {days} days from there.
        </Trans>
      </Sentences>
      <YesNo
        yes={t`${plural(days, { one: "Grant # day", other: "Grant # days" })}`}
        no={t`Do not grant`}
        onAnswer={setAnswer}
      />
      {answer !== null && (
        <AnswerExtension
          deal={deal}
          extensionId={request.id}
          granted={answer}
          days={days}
          onClose={() => setAnswer(null)}
        />
      )}
    </Section>
  );
}

interface OutcomeProposalProps {
  deal: DealDetail;
  proposal: DealDetail["outcomes"][number];
}

/** The partner says that it was won or lost; nothing has moved yet. */
export function OutcomeProposal({ deal, proposal }: OutcomeProposalProps) {
  const { t } = useLingui();
  const [answer, setAnswer] = useState<boolean | null>(null);
  const isWon = proposal.outcome === "won";
  const documents = deal.files.filter(({ id }) => proposal.documents.some((one) => one.id === id));
  return (
    <Section title={isWon ? t`The partner says that it is won` : t`The partner says that it is lost`}>
      <Sentences>
        {isWon ? (
          <Trans>
            Won with <Money value={proposal.value} /> on <DayText value={proposal.closedOn} />.
          </Trans>
        ) : (
          <Trans>
            Lost on <DayText value={proposal.closedOn} />: “{proposal.reason}”
          </Trans>
        )}
        <Trans>
          Said <DateTime value={proposal.proposedAt} />.
        </Trans>
        {documents.length === 0 && <Trans>No document came with it.</Trans>}
      </Sentences>
      {documents.length > 0 && (
        <FileList
          label={t`What shows it`}
          files={documents}
          onOpen={(file) => void openFile(deal.id, file)}
        />
      )}
      <YesNo
        yes={isWon ? t`Confirm the win` : t`Confirm the loss`}
        no={t`Do not confirm it`}
        onAnswer={setAnswer}
      />
      {answer !== null && (
        <AnswerOutcome deal={deal} proposal={proposal} accepted={answer} onClose={() => setAnswer(null)} />
      )}
    </Section>
  );
}

interface YesNoProps {
  yes: string;
  no: string;
  onAnswer: (answer: boolean) => void;
}

function YesNo({ yes, no, onAnswer }: YesNoProps) {
  useHotkey({ key: "a", label: yes, act: () => onAnswer(true) });
  useHotkey({ key: "r", label: no, act: () => onAnswer(false) });
  return (
    <Acts>
      <ActButton act={{ label: yes, icon: IconCheck, onClick: () => onAnswer(true) }} />
      <ActButton act={{ label: no, icon: IconX, onClick: () => onAnswer(false) }} variant="default" />
    </Acts>
  );
}
