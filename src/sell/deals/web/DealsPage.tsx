import { Trans, useLingui } from "@lingui/react/macro";
import { IconFileCertificate, IconGauge, IconPlus } from "@tabler/icons-react";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import type { DealItem } from "../contract.ts";
import { DealsTable } from "./DealsTable.tsx";

/** All registrations that the reader may see. */
export function DealsPage({ more }: { more?: readonly Column<DealItem>[] }) {
  const { t } = useLingui();
  const { side, can, vendorName } = useReader();
  const isPartner = side === "partner";
  const register = can("deal.register")
    ? { label: t`Register a deal`, icon: IconPlus, to: "/deals/new" }
    : undefined;
  return (
    <Page>
      <PageHeader
        title={t`Registrations`}
        action={register}
        menu={
          isPartner ? [{ label: t`How fast ${vendorName} answers`, icon: IconGauge, to: "/deals/pace" }] : []
        }
      />
      <DealsTable
        more={more}
        empty={
          isPartner ? (
            <EmptyState
              icon={IconFileCertificate}
              title={t`Here your registrations will stand`}
              action={register}
            >
              <Trans>
                Who registers a deal first is first in the queue. You get a receipt at once, {vendorName}{" "}
                answers in time, and what is approved is protected for you: a win of it earns by your plan.
              </Trans>
            </EmptyState>
          ) : (
            <EmptyState
              icon={IconFileCertificate}
              title={t`Here your partners' registrations will stand`}
              action={register}
            >
              <Trans>
                Partners register the deals they bring, and you decide in time and with a reason. You can
                enter one on a partner's behalf.
              </Trans>
            </EmptyState>
          )
        }
      />
    </Page>
  );
}
