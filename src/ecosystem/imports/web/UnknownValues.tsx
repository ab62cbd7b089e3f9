import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Flex, Group } from "@mantine/core";
import { useState } from "react";
import { Note } from "#ui/feedback/Note.tsx";
import { FieldGroup } from "#ui/form/FieldGroup.tsx";
import { AppLink } from "#ui/link/AppLink.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { Count } from "#ui/text/Figure.tsx";
import type { Import, ImportFindings } from "../contract.ts";
import { fieldLabel } from "./fieldWords.ts";
import { kindBehind, kindWords } from "./kindWords.ts";
import { ValueChoice } from "./ValueChoice.tsx";

type Unknown = ImportFindings["unknownValues"][number];
type UnknownValue = Unknown["values"][number];

/** As many are asked at once as people can answer; the rest comes up with the next check. */
const asked = 50;

interface UnknownValuesProps {
  one: Import;
  unknown: Unknown;
  /** What was said so far, by cell. */
  chosen: Readonly<Record<string, string>>;
  onChange: (chosen: Record<string, string>) => void;
}

/** Cells of one field that mean nothing known, each with the nearest that is; one press takes it. */
export function UnknownValues({ one, unknown, chosen, onChange }: UnknownValuesProps) {
  const { t, i18n } = useLingui();
  const [isOneByOne, setOneByOne] = useState(false);
  const label = fieldLabel(i18n, one.kind, unknown.field);
  const values = unknown.values.slice(0, asked);
  const say = (cell: string, target: string) => onChange({ ...chosen, [cell]: target });
  const open = values.filter(({ value, suggestions }) => suggestions.length > 0 && !chosen[value]);
  const columns: readonly Column<UnknownValue>[] = [
    { id: "value", header: t`In the file`, card: "title", cell: ({ value }) => <bdi>{value}</bdi> },
    {
      id: "rows",
      header: t`Rows`,
      width: 60,
      align: "end",
      cell: ({ count }) => <Count value={count} />,
    },
    {
      id: "nearest",
      header: t`Nearest`,
      width: 165,
      cell: ({ value, suggestions }) => (
        <Suggestion nearest={suggestions[0]} taken={chosen[value]} onTake={(target) => say(value, target)} />
      ),
    },
    {
      id: "means",
      header: t`Means`,
      width: 190,
      cell: (row) => (
        <ValueChoice
          importId={one.id}
          field={unknown.field}
          label={t`What “${row.value}” means`}
          suggestions={row.suggestions}
          value={chosen[row.value] ?? ""}
          onChange={(target) => say(row.value, target)}
        />
      ),
    },
  ];
  if (!isOneByOne && nothingIsKnown(unknown) && kindBehind(one.kind, unknown.field)) {
    return (
      <FieldGroup title={t`Not known as ${label}`}>
        <Note tone="warn" title={t`None of these is here yet`}>
          <Flex direction="column" gap="xs" align="start">
            <Trans>
              {values
                .slice(0, 3)
                .map(({ value }) => value)
                .join(", ")}{" "}
              and the others have to come in first. Import them, then check this file again.
            </Trans>
            <Group gap="sm">
              <BringFirst kind={one.kind} field={unknown.field} />
              <Button variant="subtle" size="compact-sm" onClick={() => setOneByOne(true)}>
                <Trans>Say what each means</Trans>
              </Button>
            </Group>
          </Flex>
        </Note>
      </FieldGroup>
    );
  }
  return (
    <FieldGroup title={t`Not known as ${label}`}>
      <RowsTable
        label={t`Not known as ${label}`}
        rows={values}
        columns={columns}
        rowKey={(row) => row.value}
      />
      <Group gap="sm">
        {open.length > 1 && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() =>
              onChange({
                ...chosen,
                ...Object.fromEntries(open.map((row) => [row.value, row.suggestions[0]?.value ?? ""])),
              })
            }
          >
            <Trans>Take the nearest of all {open.length}</Trans>
          </Button>
        )}
        <More unlisted={unknown.more + unknown.values.length - values.length} />
        <BringFirst kind={one.kind} field={unknown.field} />
      </Group>
    </FieldGroup>
  );
}

/** So many that are unlike everything known were not misspelt: they are missing. */
function nothingIsKnown({ values, more }: Unknown): boolean {
  return values.length + more >= 5 && values.every(({ suggestions }) => suggestions.length === 0);
}

interface SuggestionProps {
  nearest: UnknownValue["suggestions"][number] | undefined;
  taken: string | undefined;
  onTake: (target: string) => void;
}

function Suggestion({ nearest, taken, onTake }: SuggestionProps) {
  if (nearest === undefined) return <Trans>nothing like it</Trans>;
  return (
    <Button
      variant={taken === nearest.value ? "light" : "default"}
      size="compact-sm"
      onClick={() => onTake(nearest.value)}
      aria-pressed={taken === nearest.value}
    >
      {nearest.label}
    </Button>
  );
}

function More({ unlisted }: { unlisted: number }) {
  if (unlisted === 0) return null;
  return <Plural value={unlisted} one="# more comes up next." other="# more come up next." />;
}

/** What cells refer to may simply not have come in yet. */
function BringFirst({ kind, field }: { kind: Import["kind"]; field: string }) {
  const { t, i18n } = useLingui();
  const behind = kindBehind(kind, field);
  if (behind === undefined) return null;
  const what = i18n._(kindWords[behind].name);
  return <AppLink to={`/imports?new=${behind}`}>{t`${what} that are missing can be imported first`}</AppLink>;
}
