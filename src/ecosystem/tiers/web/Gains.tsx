import { useLingui } from "@lingui/react/macro";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { useBenefitValueWords } from "../../programs/web/index.tsx";
import type { Standing } from "../contract.ts";
import classes from "./tiers.module.css";

type Gain = NonNullable<Standing["next"]>["losses"][number];

interface GainsProps {
  gains: readonly Gain[];
  held: string;
  /** The other level, higher or lower. */
  level: string;
  label: string;
}

/** What another level would give beside what is held: a row a benefit. */
export function Gains({ gains, held, level, label }: GainsProps) {
  const { t } = useLingui();
  const value = useBenefitValueWords();
  const periods = { year: t`a year`, quarter: t`a quarter`, none: "" };
  const given = ({ unit, currency, period }: Gain, what: string | null) => (
    <bdi className={classes.wrap}>
      {value({ unit, currency }, what)} {what !== null && periods[period]}
    </bdi>
  );
  return (
    <>
      <h3>{label}</h3>
      <RowsTable
        label={label}
        rows={gains}
        rowKey={({ key }) => key}
        columns={[
          { id: "benefit", header: t`Benefit`, card: "title", cell: (gain) => <bdi>{gain.label}</bdi> },
          { id: "now", header: held, width: 260, cell: (gain) => given(gain, gain.now) },
          { id: "then", header: level, width: 260, cell: (gain) => given(gain, gain.given) },
        ]}
      />
    </>
  );
}
