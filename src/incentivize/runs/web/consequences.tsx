import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { Consequence } from "#ui/decision/Decision.tsx";
import { DayText, MonthText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import type { RunRecord } from "../contract.ts";

/** What posting a run will do: how much, for whom, when it is released, and whether there is a way back. */
export function useConsequences(run: RunRecord): Consequence[] {
  const { t } = useLingui();
  const { hold } = run;
  return [
    { label: t`Booked`, value: <Money value={run.total} /> },
    { label: t`In`, value: <MonthText value={run.bookedIn} /> },
    {
      label: t`As`,
      value: <Plural value={run.lines} one="# line" other="# lines" />,
    },
    {
      label: t`For`,
      value: <Plural value={run.partners} one="# partner" other="# partners" />,
    },
    ...(hold.last
      ? [
          {
            label: t`Held`,
            value: (
              <>
                <Money value={hold.held} />
                <br />
                <HoldDays first={hold.first} last={hold.last} />
              </>
            ),
          },
        ]
      : []),
    {
      label: t`Released at once`,
      value: <Money value={hold.released} />,
    },
    { label: t`Seen by`, value: <Trans>the partners, at once</Trans> },
    { label: t`Can be undone`, value: <Trans>no, only adjusted</Trans> },
  ];
}

function HoldDays({ first, last }: { first: string | null; last: string }) {
  if (first === null || first === last) {
    return (
      <Trans>
        until <DayText value={last} />
      </Trans>
    );
  }
  return (
    <Trans>
      released <DayText value={first} /> to <DayText value={last} />
    </Trans>
  );
}
