import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { type Act, ActButton } from "#ui/act/Act.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { ErrorState } from "#ui/feedback/ErrorState.tsx";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { ListSkeleton } from "#ui/feedback/Skeletons.tsx";
import { RecordLink } from "#ui/link/RecordLink.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { MonthText } from "#ui/text/dates.tsx";
import { Count } from "#ui/text/Figure.tsx";
import { Money } from "#ui/text/Money.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { Status } from "#ui/text/Status.tsx";
import { openMonths } from "../contract.ts";
import { usePreview } from "./usePreview.ts";

type OpenMonth = ResponseOf<typeof openMonths>["items"][number];

const changedSince = ({ changes, planChanged }: OpenMonth) => changes > 0 || planChanged;
const waits = (month: OpenMonth) => month.run?.state !== "posted" || changedSince(month);

/** The months of one plan that have wins: what is not booked yet, and what changed since it was. */
export function OpenMonths({ plan }: { plan: { id: string; name: string } }) {
  const { t } = useLingui();
  const months = useEndpoint(openMonths, { params: { planId: plan.id } });
  const [all, setAll] = useState(false);
  const items = months.data?.items ?? [];
  const waiting = items.filter(waits);
  const action: Act | undefined =
    items.length > waiting.length
      ? {
          label: all ? t`Only what waits` : t`All ${items.length} months`,
          onClick: () => setAll((before) => !before),
        }
      : undefined;
  const shown = all ? items : waiting;
  return (
    <Section
      title={t`What there is to run`}
      note={plan.name}
      action={action}
      flush={months.isPending || shown.length > 0}
    >
      <Loaded query={months} skeleton={<ListSkeleton rows={2} />}>
        {() =>
          shown.length > 0 ? (
            <MonthRows planId={plan.id} months={shown} />
          ) : (
            <AllBooked known={items.length > 0} />
          )
        }
      </Loaded>
    </Section>
  );
}

interface MonthRowsProps {
  planId: string;
  months: readonly OpenMonth[];
}

function MonthRows({ planId, months }: MonthRowsProps) {
  const { t } = useLingui();
  const { can } = useReader();
  const { preview, wanted, error } = usePreview();
  const actOf = (month: OpenMonth): Act | null => {
    const { period, run } = month;
    const busy = wanted?.period === period;
    if (run?.state === "previewed") return { label: t`Look at the preview`, to: `/runs/${run.id}` };
    if (!can("run.manage")) return null;
    if (run === null) return { label: t`Preview`, busy, onClick: () => preview({ planId, period }) };
    if (!changedSince(month)) return null;
    const adjusts = run.id;
    return { label: t`Preview the changes`, busy, onClick: () => preview({ planId, period, adjusts }) };
  };
  const columns: readonly Column<OpenMonth>[] = [
    { id: "period", header: t`Month`, card: "title", cell: (row) => <MonthText value={row.period} /> },
    { id: "wins", header: t`Wins`, align: "end", width: 80, cell: (row) => <Count value={row.wins} /> },
    {
      id: "value",
      header: t`Their value`,
      align: "end",
      width: 150,
      card: "amount",
      cell: (row) => <Money value={row.value} />,
    },
    { id: "state", header: t`State`, width: 340, cell: (row) => <MonthState month={row} /> },
    {
      id: "act",
      header: t`Next`,
      align: "end",
      width: 190,
      cell: (row) => {
        const act = actOf(row);
        return act && <ActButton act={act} variant="default" size="compact-sm" />;
      },
    },
  ];
  return (
    <>
      {error && <ErrorState problem={error} inline />}
      <RowsTable
        label={t`What there is to run`}
        rows={months}
        columns={columns}
        rowKey={(row) => row.period}
      />
    </>
  );
}

/** Nothing waits: all is booked, or there is no month with a win at all. */
function AllBooked({ known }: { known: boolean }) {
  return (
    <Sentences>
      {known ? (
        <Trans>Every month is booked, and nothing changed since.</Trans>
      ) : (
        <Trans>No win earns by this plan yet. Each month with one will stand here.</Trans>
      )}
    </Sentences>
  );
}

/** Whether a month is booked, under way or still to run, and whether something changed since. */
function MonthState({ month }: { month: OpenMonth }) {
  const { run, changes, over } = month;
  if (run === null) {
    return (
      <Status tone={over ? "warn" : "idle"} hollow>
        {over ? <Trans>Not run</Trans> : <Trans>Not run, the month goes on</Trans>}
      </Status>
    );
  }
  const link = (
    <RecordLink noun="run" id={run.id}>
      <Trans>run {run.number}</Trans>
    </RecordLink>
  );
  if (run.state === "previewed") {
    return (
      <Status tone="info" hollow>
        <Trans>Previewed by {link}</Trans>
      </Status>
    );
  }
  if (!changedSince(month)) {
    return (
      <Status tone="good">
        <Trans>Posted by {link}</Trans>
      </Status>
    );
  }
  return (
    <Status tone="warn">
      {changes === 0 ? (
        <Trans>Posted by {link}; the plan changed since</Trans>
      ) : (
        <Trans>
          Posted by {link}; <Plural value={changes} one="# change since" other="# changes since" />
        </Trans>
      )}
    </Status>
  );
}
