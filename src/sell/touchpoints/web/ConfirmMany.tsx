import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useEndpointMutation } from "#ui/api/query.ts";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { confirmTouchpoints, maxConfirmed, type Touchpoint } from "../contract.ts";

interface ConfirmManyProps {
  rows: readonly Touchpoint[];
  onClose: () => void;
  onDone: () => void;
}

/** Confirms the marked touchpoints, all or none. */
export function ConfirmMany({ rows, onClose, onDone }: ConfirmManyProps) {
  const { t } = useLingui();
  const confirming = useEndpointMutation(confirmTouchpoints, { onDone });
  const some = rows.slice(0, maxConfirmed);
  const partners = new Set(some.map(({ partner }) => partner.id)).size;
  const bare = some.filter(({ files, link }) => files.length === 0 && link === null).length;
  const count = some.length;
  return (
    <ConfirmModal
      opened
      onClose={onClose}
      title={count === 1 ? t`Confirm the touchpoint?` : t`Confirm ${count} touchpoints?`}
      consequences={[
        <Plural key="partners" value={partners} one="# partner is told." other="# partners are told." />,
        <Trans key="stands">
          What is confirmed stands: neither you nor the partner can change it. It moves no money.
        </Trans>,
        ...(bare > 0
          ? [
              <Plural
                key="bare"
                value={bare}
                one="# of them has no evidence."
                other="# of them have no evidence."
              />,
            ]
          : []),
      ]}
      confirm={t`Confirm`}
      onConfirm={() => confirming.mutate({ body: { touchpointIds: some.map(({ id }) => id) } })}
      busy={confirming.isPending}
      problem={confirming.error}
    />
  );
}
