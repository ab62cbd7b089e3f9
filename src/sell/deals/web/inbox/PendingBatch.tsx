import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { IconArrowBackUp } from "@tabler/icons-react";
import { ActButton } from "#ui/act/Act.tsx";
import { Acts } from "#ui/act/Acts.tsx";
import { useEndpoint, useEndpointMutation } from "#ui/api/query.ts";
import { ErrorState } from "#ui/feedback/ErrorState.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { detailOf } from "#ui/i18n/serverWords.ts";
import { useHotkey } from "#ui/keys/Hotkeys.tsx";
import { AppLink } from "#ui/link/AppLink.tsx";
import { useUrlValues } from "#ui/link/useUrlValues.ts";
import { DateTime } from "#ui/text/dates.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { type DealBatch, type DealItem, getDealBatch, undoTogether } from "../../contract.ts";
import { placeToDecide } from "./queue.ts";

const pollMs = 5_000;

/** What was decided together just before, as long as some of it can be taken back. */
export function PendingBatch() {
  const [{ batch }] = useUrlValues();
  return batch === undefined ? null : <Pending key={batch} batchId={batch} />;
}

function Pending({ batchId }: { batchId: string }) {
  const { t } = useLingui();
  const params = { batchId };
  const found = useEndpoint(getDealBatch, { params }, { pollMs: (last) => (last?.waiting ? pollMs : false) });
  const undo = useEndpointMutation(undoTogether);
  const waiting = found.data?.waiting ?? 0;
  const act = () => undo.mutate({ params });
  useHotkey(waiting > 0 ? { key: "u", label: t`Undo`, act } : null);
  if (waiting === 0) return null;
  return (
    <Note
      tone="good"
      title={<Plural value={waiting} one="# registration is decided" other="# registrations are decided" />}
    >
      <Trans>
        Each partner is told <DateTime value={found.data?.tellAt} /> or a little later; until then all of it
        can be taken back.
      </Trans>
      <Acts>
        <ActButton
          act={{ label: t`Undo`, icon: IconArrowBackUp, onClick: act, busy: undo.isPending }}
          variant="default"
          size="compact-sm"
        />
      </Acts>
      {undo.error && <ErrorState problem={undo.error} inline />}
    </Note>
  );
}

interface LeftOutProps {
  batch: DealBatch;
  deals: readonly DealItem[];
}

/** What was not decided with the others, each with the reason. */
export function LeftOut({ batch, deals }: LeftOutProps) {
  const { t, i18n } = useLingui();
  if (batch.refused.length === 0) return null;
  const nameOf = (id: string) => deals.find((one) => one.id === id)?.customer.name ?? "";
  return (
    <Note tone="warn" title={t`Left for you to look at`}>
      <Sentences>
        {batch.refused.map((one) => (
          <AppLink key={one.dealId} to={placeToDecide(one.dealId)}>
            {nameOf(one.dealId)}: {detailOf(one, i18n)}
          </AppLink>
        ))}
      </Sentences>
    </Note>
  );
}
