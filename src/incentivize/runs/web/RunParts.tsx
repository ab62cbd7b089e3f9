import { useLingui } from "@lingui/react/macro";
import { Surface } from "#ui/page/Section.tsx";
import { Tabs } from "#ui/page/Tabs.tsx";
import type { RunRecord } from "../contract.ts";
import { RunLines } from "./RunLines.tsx";
import { RunPartners } from "./RunPartners.tsx";
import { RunProblems } from "./RunProblems.tsx";

/** A run by partner, line by line, and what it could not compute. */
export function RunParts({ run }: { run: RunRecord }) {
  const { t } = useLingui();
  return (
    <Tabs
      label={t`Parts of this run`}
      tabs={[
        {
          value: "partners",
          label: t`By partner`,
          count: run.partners,
          content: () => (
            <Surface>
              <RunPartners run={run} />
            </Surface>
          ),
        },
        {
          value: "lines",
          label: t`Lines`,
          count: run.lines,
          content: () => (
            <Surface>
              <RunLines run={run} />
            </Surface>
          ),
        },
        {
          value: "problems",
          label: t`Problems`,
          count: run.problems,
          content: () => (
            <Surface>
              <RunProblems run={run} />
            </Surface>
          ),
        },
      ]}
    />
  );
}
