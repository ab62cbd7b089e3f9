import { Trans, useLingui } from "@lingui/react/macro";
import { IconCompass } from "@tabler/icons-react";
import { EmptyState } from "../feedback/EmptyState.tsx";
import { PageHeader } from "./PageHeader.tsx";

/** No page lies at this address, no such record, or none that this person may open; all look alike. */
export function NothingHere() {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={t`There is nothing at this address`} />
      <EmptyState icon={IconCompass} title={t`Perhaps it moved`} action={{ label: t`Go home`, to: "/" }}>
        <Trans>
          The address may have a slip in it, or the page is one that your role does not open. Ask whoever sent
          you here, or begin again from home.
        </Trans>
      </EmptyState>
    </>
  );
}
