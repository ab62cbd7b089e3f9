import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Flex, Text } from "@mantine/core";
import { IconArrowLeft, IconListCheck } from "@tabler/icons-react";
import { useState } from "react";
import { ActButton } from "#ui/act/Act.tsx";
import { ErrorState } from "#ui/feedback/ErrorState.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { Section } from "#ui/page/Section.tsx";
import type { Import } from "../contract.ts";
import { ColumnTable, type Field } from "./ColumnTable.tsx";
import { FileForm, Written } from "./FileForm.tsx";
import { fieldLabel } from "./fieldWords.ts";
import { KindOptions } from "./KindOptions.tsx";
import { columnOf, draftOf, missingFields, rivalOf } from "./mapping.ts";
import { useCheck } from "./useCheck.ts";

interface ColumnsStepProps {
  one: Import;
  fields: readonly Field[];
  /** The check has been asked for. */
  onChecking: () => void;
  /** Back to what the last check found, where there is one. */
  onBack: (() => void) | undefined;
}

/** The first step: what each column holds, and what is to be known about the file as a whole. */
export function ColumnsStep({ one, fields, onChecking, onBack }: ColumnsStepProps) {
  const { t, i18n } = useLingui();
  const [draft, setDraft] = useState(() => draftOf(one));
  const check = useCheck(one, onChecking);
  const missing = missingFields(fields, draft.columns);
  const names = one.columns.map(({ name }) => name);
  const hasRivals = names.some((name) => rivalOf(draft.columns, name) !== undefined);
  const needsReason = draft.opening !== null && draft.opening.reason.trim() === "";
  const leftOut = names.filter((name) => !draft.columns[name]).length;

  function notNow(): string | undefined {
    if (missing.length > 0) return t`A column is missing.`;
    if (hasRivals) return t`Two columns fill the same field.`;
    return needsReason ? t`Say why its deals may earn.` : undefined;
  }

  return (
    <>
      <Section
        title={t`What each column holds`}
        note={
          <>
            <Trans>
              Guessed from names and cells. Change what is wrong; it is remembered for the next file.
            </Trans>{" "}
            <Written one={one} />
          </>
        }
        flush
      >
        <ColumnTable
          one={one}
          fields={fields}
          columns={draft.columns}
          refused={refusalsOf(check.error)}
          onChange={(columns) => setDraft({ ...draft, columns })}
        />
      </Section>
      {missing.length > 0 && (
        <Note
          tone="warn"
          title={
            <Plural
              value={missing.length}
              one="A column that is needed is not chosen yet"
              other="# columns that are needed are not chosen yet"
            />
          }
        >
          <Trans>
            Choose which column holds:{" "}
            {new Intl.ListFormat(i18n.locale, { type: "conjunction" }).format(
              missing.map((key) => fieldLabel(i18n, one.kind, key)),
            )}
            .
          </Trans>
        </Note>
      )}
      <KindOptions one={one} draft={draft} onChange={setDraft} />
      <FileForm fields={fields} draft={draft} onChange={setDraft} />
      {check.error && <ErrorState problem={check.error} inline />}
      <Flex align="center" gap="sm" wrap="wrap">
        <ActButton
          act={{
            label: t`Check the file`,
            icon: IconListCheck,
            onClick: () => check.mutate(draft),
            busy: check.isPending,
            notNow: notNow(),
          }}
        />
        {onBack && (
          <ActButton
            act={{ label: t`Back to the check`, icon: IconArrowLeft, onClick: onBack }}
            variant="default"
          />
        )}
        {leftOut > 0 && (
          <Text size="xs" c="dimmed">
            <Plural value={leftOut} one="# column is left out." other="# columns are left out." />
          </Text>
        )}
      </Flex>
    </>
  );
}

/** What the server refused, by the column it is about. */
function refusalsOf(problem: ReturnType<typeof useCheck>["error"]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (problem?.errors ?? []).flatMap(({ pointer, message }) => {
      const column = columnOf(pointer);
      return column === undefined ? [] : [[column, message]];
    }),
  );
}
