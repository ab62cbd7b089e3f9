import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useEndpointList } from "#ui/api/query.ts";
import { type Consequence, Decision } from "#ui/decision/Decision.tsx";
import { EndTime } from "#ui/text/dates.tsx";
import { type BenefitCase, listBenefitRequests } from "../contract.ts";
import type { BenefitTask } from "./BenefitDialogs.tsx";
import { BenefitValue } from "./benefitWords.tsx";
import { Whence } from "./Whence.tsx";

interface DecideRequestProps {
  request: BenefitCase;
  onTask: (task: BenefitTask) => void;
  children: ReactNode;
}

/** The case beside what a grant would take of the allowance; a key grants or declines. */
export function DecideRequest({ request, onTask, children }: DecideRequestProps) {
  const { t } = useLingui();
  const onSkip = useNext(request);
  return (
    <Decision
      consequences={useConsequences(request)}
      onSkip={onSkip}
      verdicts={[
        {
          key: "g",
          label: t`Grant`,
          main: true,
          onDecide: () => onTask("grant"),
          notNow: useNotNow(request),
        },
        { key: "x", label: t`Decline`, danger: true, onDecide: () => onTask("decline") },
      ]}
    >
      {children}
    </Decision>
  );
}

function useNotNow({ today }: BenefitCase): string | undefined {
  const { t } = useLingui();
  if (today === null) return t`The program does not know this benefit any more.`;
  if (today.value === null) return t`${today.level} does not give it.`;
  if (today.rests) return t`It rests until good standing is restored.`;
  if (today.left === "0") return t`Nothing is left of the allowance.`;
  return undefined;
}

function useConsequences(request: BenefitCase): Consequence[] {
  const { t } = useLingui();
  const { today, leftAfter, endsAt, unit } = request;
  if (today === null)
    return [
      { label: t`Entitlement`, value: <Trans>The program does not know this benefit any more.</Trans> },
    ];
  const isCounted = unit === "count" || unit === "money";
  return [
    ...(today.value === null
      ? []
      : [{ label: t`Entitled to`, value: <BenefitValue of={today} value={today.value} /> }]),
    { label: t`Why`, value: <Whence of={today} /> },
    ...(isCounted && today.left !== null
      ? [
          { label: t`Left now`, value: <BenefitValue of={request} value={today.left} /> },
          {
            label: t`Left after all of it`,
            value:
              leftAfter === null ? (
                <Trans>It is more than is left: grant less, or decline.</Trans>
              ) : (
                <BenefitValue of={request} value={leftAfter} />
              ),
          },
          {
            label: t`Asked for in all, undecided`,
            value: <BenefitValue of={request} value={today.waiting} />,
          },
        ]
      : []),
    { label: t`Usable until`, value: endsAt === null ? t`Without an end` : <EndTime value={endsAt} /> },
    {
      label: t`If the level falls`,
      value: <Trans>What is granted stands until it expires.</Trans>,
    },
  ];
}

/** Goes to the next that waits without deciding; nothing where it is the only one. */
function useNext({ id }: BenefitCase): (() => void) | undefined {
  const navigate = useNavigate();
  const { rows } = useEndpointList(
    listBenefitRequests,
    { query: { state: "requested", sort: "requestedAt" } },
    { pageSize: 20 },
  );
  const at = rows.findIndex((row) => row.id === id);
  const next = rows[at + 1] ?? rows.find((row) => row.id !== id);
  return next === undefined ? undefined : () => void navigate({ to: `/benefits/${next.id}` });
}
