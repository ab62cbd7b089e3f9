import { Trans, useLingui } from "@lingui/react/macro";
import { RecordLink } from "#ui/link/RecordLink.tsx";
import { Way, type WayStage } from "#ui/page/Way.tsx";
import { DateTime, DayText, MonthText } from "#ui/text/dates.tsx";
import { type EarningRecord, earningStatuses } from "../contract.ts";

/** How far a line has come: booked, released, on a statement, paid. */
export function EarningWay({ earning }: { earning: EarningRecord }) {
  const { t } = useLingui();
  const reached = earningStatuses.indexOf(earning.status);
  const stateOf = (index: number): WayStage["state"] => {
    if (index < reached || earning.status === "paid") return "done";
    return index === reached ? "now" : "next";
  };
  const stages: Omit<WayStage, "state">[] = [
    { id: "booked", label: t`Booked`, detail: <Booked earning={earning} /> },
    { id: "released", label: t`Released from hold`, detail: <Released earning={earning} /> },
    { id: "statement", label: t`On a statement`, detail: <OnStatement earning={earning} /> },
    { id: "paid", label: t`Paid`, detail: <Paid earning={earning} /> },
  ];
  return (
    <Way
      label={t`How far it has come`}
      stages={stages.map((stage, index) => ({ ...stage, state: stateOf(index) }))}
    />
  );
}

function Booked({ earning: { run, period, bookedOn } }: { earning: EarningRecord }) {
  return (
    <>
      <DayText value={bookedOn} />
      <br />
      {run ? (
        <RecordLink noun="run" id={run.id}>
          <Trans>Run {run.number}</Trans>
        </RecordLink>
      ) : (
        <MonthText value={period} />
      )}
    </>
  );
}

function Released({ earning: { releasedOn, holdUntil } }: { earning: EarningRecord }) {
  if (releasedOn) return <DayText value={releasedOn} />;
  return (
    <Trans>
      due on <DayText value={holdUntil} />
    </Trans>
  );
}

function OnStatement({ earning: { statement, status } }: { earning: EarningRecord }) {
  if (statement) {
    return (
      <>
        <DateTime value={statement.closedAt} brief />
        <br />
        <RecordLink noun="statement" id={statement.id}>
          <Trans>
            Statement {statement.number}, <MonthText value={statement.period} short />
          </Trans>
        </RecordLink>
      </>
    );
  }
  return status === "approved" ? <Trans>with the close of its month</Trans> : null;
}

function Paid({ earning: { payment, status } }: { earning: EarningRecord }) {
  if (!payment) return status === "on-statement" ? <Trans>with the next batch</Trans> : null;
  const link = (
    <RecordLink noun="payment" id={payment.id}>
      {payment.reference ?? <Trans>Payment</Trans>}
    </RecordLink>
  );
  if (payment.paidOn) {
    return (
      <>
        <DayText value={payment.paidOn} />
        <br />
        {link}
      </>
    );
  }
  return payment.state === "released" ? (
    <Trans>on its way: {link}</Trans>
  ) : (
    <Trans>in a batch that waits for its release: {link}</Trans>
  );
}
