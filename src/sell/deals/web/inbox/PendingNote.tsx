import { Trans, useLingui } from "@lingui/react/macro";
import { IconArrowBackUp, IconSend } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { ActButton } from "#ui/act/Act.tsx";
import { Acts } from "#ui/act/Acts.tsx";
import { useEndpointMutation } from "#ui/api/query.ts";
import { ErrorState } from "#ui/feedback/ErrorState.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { useSecondsUntil } from "#ui/format/now.ts";
import { useFormat } from "#ui/format/useFormat.ts";
import { useHotkey } from "#ui/keys/Hotkeys.tsx";
import { type DealCase, type DealDetail, tellDecision, undoDecision } from "../../contract.ts";
import { placeToDecide } from "./queue.ts";

interface PendingNoteProps {
  deal: DealDetail;
  pending: NonNullable<DealCase["pending"]>;
}

/** Decided and not told yet: what the partner will learn, in what time, and the way back. */
export function PendingNote({ deal, pending }: PendingNoteProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const undo = useEndpointMutation(undoDecision, {
    onDone: () => void navigate({ to: placeToDecide(deal.id) }),
  });
  const tell = useEndpointMutation(tellDecision);
  const params = { dealId: deal.id };
  const problem = undo.error ?? tell.error;
  const act = {
    undo: () => undo.mutate({ params }),
    tell: () => tell.mutate({ params }),
  };
  useHotkey({ key: "u", label: t`Undo`, act: act.undo });
  useHotkey({ key: "t", label: t`Tell now`, act: act.tell });
  return (
    <Note tone={pending.kind === "approve" ? "good" : "info"} title={useTitle(deal, pending)}>
      <Trans>
        {pending.decidedBy} decided it. {deal.partner.name} is told <TimeLeft at={pending.tellAt} />; until
        then it can be taken back.
      </Trans>
      <Acts>
        <ActButton
          act={{ label: t`Undo`, icon: IconArrowBackUp, onClick: act.undo, busy: undo.isPending }}
          variant="default"
          size="compact-sm"
        />
        <ActButton
          act={{ label: t`Tell now`, icon: IconSend, onClick: act.tell, busy: tell.isPending }}
          variant="default"
          size="compact-sm"
        />
      </Acts>
      {problem && <ErrorState problem={problem} inline />}
    </Note>
  );
}

function useTitle({ customer, number }: DealDetail, { kind }: PendingNoteProps["pending"]): string {
  const { t } = useLingui();
  const name = customer.name ?? t`Registration ${number}`;
  if (kind === "approve") return t`${name} is approved`;
  return kind === "reject" ? t`${name} is rejected` : t`The protection of ${name} is revoked`;
}

/** Counts down; once it is over, the clock tells it within a minute. */
function TimeLeft({ at }: { at: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const seconds = useSecondsUntil(at);
  if (seconds <= 0) return t`within a minute`;
  const left =
    seconds < 100 ? format.number(seconds, "second") : format.number(Math.ceil(seconds / 60), "minute");
  return t`in ${left}`;
}
