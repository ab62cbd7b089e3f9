import { Trans, useLingui } from "@lingui/react/macro";
import { useEndpoint, useEndpointList } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { FieldRow } from "#ui/form/Form.tsx";
import { SelectField } from "#ui/form/fields.tsx";
import { useUrlValues } from "#ui/link/useUrlValues.ts";
import { Page } from "#ui/page/Page.tsx";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { getEngagementRules, listEngagementRules } from "../contract.ts";
import { type Point, useRulePoints } from "./rulePoints.ts";

/** Two versions beside each other, in words: what is another in the later one, and nothing else. */
export function CompareVersions() {
  const { t } = useLingui();
  const [{ from, to }, change] = useUrlValues();
  const { rows } = useEndpointList(listEngagementRules);
  const newest = rows[0]?.version ?? 1;
  const later = Number(to ?? newest);
  const earlier = Number(from ?? Math.max(1, later - 1));
  const options = rows.map(({ version }) => ({ value: String(version), label: t`Version ${version}` }));
  const field = (name: string, value: number) => ({
    name,
    value: String(value),
    onChange: (chosen: string) => change({ [name]: chosen }),
    onBlur: () => {},
    error: undefined,
    optional: false,
    options,
  });
  if (rows.length === 1) {
    return (
      <Section title={t`Compare two versions`}>
        <Trans>There is one version so far. With the next, what is new in it can be read here.</Trans>
      </Section>
    );
  }
  return (
    <Page>
      <FieldRow>
        <SelectField {...field("from", earlier)} label={t`Before`} />
        <SelectField {...field("to", later)} label={t`After`} />
      </FieldRow>
      {rows.length > 0 && <Differences earlier={earlier} later={later} />}
    </Page>
  );
}

interface Difference extends Point {
  after: string;
}

function Differences({ earlier, later }: { earlier: number; later: number }) {
  const { t } = useLingui();
  const points = useRulePoints();
  const before = useEndpoint(getEngagementRules, { query: { version: earlier } });
  const after = useEndpoint(getEngagementRules, { query: { version: later } });
  const columns: Column<Difference>[] = [
    { id: "what", header: t`What`, width: 220, card: "title", cell: ({ label }) => label },
    { id: "before", header: t`Version ${earlier}`, cell: ({ words }) => words },
    { id: "after", header: t`Version ${later}`, cell: ({ after: words }) => words },
  ];
  return (
    <Loaded query={before}>
      {({ settings: first }) => (
        <Loaded query={after}>
          {({ settings: second }) => {
            const then = points(second);
            const differing = points(first)
              .map((point, index): Difference => ({ ...point, after: then[index]?.words ?? "" }))
              .filter(({ words, after: now }) => words !== now);
            return differing.length === 0 ? (
              <Section title={t`Both say the same`}>
                <Trans>
                  No setting differs between version {earlier} and version {later}.
                </Trans>
              </Section>
            ) : (
              <Section title={t`What differs`} flush>
                <RowsTable
                  label={t`What differs`}
                  rows={differing}
                  columns={columns}
                  rowKey={({ label }) => label}
                />
              </Section>
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
}
