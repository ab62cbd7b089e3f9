import { useState } from "react";
import { Decision } from "../decision/Decision.tsx";
import { notifyDone } from "../feedback/notify.ts";
import { ReasonField } from "../form/ReasonField.tsx";
import { Facts } from "../page/Facts.tsx";
import { Page } from "../page/Page.tsx";
import { PageHeader } from "../page/PageHeader.tsx";
import { Section } from "../page/Section.tsx";
import { DateTime } from "../text/dates.tsx";
import { Money } from "../text/Money.tsx";
import { Status } from "../text/Status.tsx";

const usd = (amount: string) => ({ amount, currency: "USD" });

export function DecisionPage() {
  const [reason, setReason] = useState("");
  return (
    <Page>
      <PageHeader
        title="Release payout batch of October"
        crumbs={[{ label: "Payouts", to: "/opportunities" }]}
        status={
          <Status tone="warn" badge>
            Waits for release
          </Status>
        }
        lead="Made by Dana Kim; another person releases it."
      />
      <Decision
        position="1 of 3"
        consequences={[
          { label: "Paid out", value: <Money value={usd("48211.07")} /> },
          { label: "To", value: "14 partners" },
          { label: "Carried forward", value: "3 below 50.00" },
          { label: "Can be undone", value: "Per payee, once returned" },
        ]}
        reason={
          <ReasonField
            name="reason"
            label="Reason"
            optional
            usual={["Statements are agreed", "Paid early on request"]}
            value={reason}
            onChange={setReason}
            onBlur={() => {}}
            error={undefined}
          />
        }
        verdicts={[
          {
            key: "a",
            label: "Release 14 payouts",
            main: true,
            onDecide: () => notifyDone("Batch of October released"),
          },
          { key: "p", label: "Ask for proof", onDecide: () => {} },
          {
            key: "r",
            label: "Send back",
            danger: true,
            onDecide: () => {},
            notNow: reason === "" ? "Give a reason first." : undefined,
          },
        ]}
        onSkip={() => {}}
      >
        <Facts
          facts={[
            { label: "Statements", value: "17", to: "/opportunities" },
            { label: "Payees", value: "14" },
            {
              label: "Made",
              value: <DateTime value={new Date(performance.timeOrigin - 10_800_000).toISOString()} />,
            },
            { label: "Against September", value: <Money value={usd("3120.40")} signed /> },
          ]}
        />
        <Section title="What is unusual" badge={<Status tone="warn">2 things</Status>}>
          <p style={{ margin: 0 }}>
            Darcel Schlecht is paid 41 % more than in any month before: six wins at Konex. Zane Levy&apos;s
            statement carries a reversal from August.
          </p>
        </Section>
      </Decision>
    </Page>
  );
}
