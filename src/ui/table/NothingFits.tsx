import { Trans, useLingui } from "@lingui/react/macro";
import { IconFilterOff } from "@tabler/icons-react";
import { EmptyState } from "../feedback/EmptyState.tsx";

/** The list has rows, but none that fits what it is narrowed to. */
export function NothingFits({ onClear }: { onClear: () => void }) {
  const { t } = useLingui();
  return (
    <EmptyState
      icon={IconFilterOff}
      title={t`Nothing fits these filters`}
      action={{ label: t`Clear the filters`, onClick: onClear }}
    >
      <Trans>There are rows here, but none of this kind.</Trans>
    </EmptyState>
  );
}
