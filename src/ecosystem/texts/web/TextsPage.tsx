import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { IconLanguage, IconUpload } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useEndpoint } from "#ui/api/query.ts";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { FieldStack } from "#ui/form/FieldStack.tsx";
import { useFormat } from "#ui/format/useFormat.ts";
import { directionOf, spoken } from "#ui/i18n/locales.ts";
import { useHotkey } from "#ui/keys/Hotkeys.tsx";
import { AppLink } from "#ui/link/AppLink.tsx";
import { Grid, Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Stat } from "#ui/page/Stat.tsx";
import { Tabs } from "#ui/page/Tabs.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { Status } from "#ui/text/Status.tsx";
import { listTexts, type TextItem, textProgress } from "../contract.ts";
import { states } from "../text.ts";
import { BringDialog } from "./BringDialog.tsx";
import classes from "./texts.module.css";
import { stateTones, useTextWords } from "./words.ts";

/** The vendor's own texts in every language: what is there, what is missing, what has to be looked at again. */
export function TextsPage({ mails }: { mails: () => ReactNode }) {
  const { t } = useLingui();
  const { can } = useReader();
  const [bringing, setBringing] = useState(false);
  useHotkey({ key: "j", label: t`Go to the first text`, act: focusFirst });
  return (
    <Page>
      <PageHeader
        title={t`Texts`}
        lead={t`What you wrote yourself, in the languages of those who read it. What is not translated is shown as it was written.`}
        action={
          can("text.write")
            ? { label: t`Bring a file back`, icon: IconUpload, onClick: () => setBringing(true) }
            : undefined
        }
      />
      <WrittenIn />
      <Tabs
        label={t`Parts of the texts`}
        tabs={[
          { value: "texts", label: t`Translations`, content: () => <Translations /> },
          { value: "mails", label: t`Mails`, content: mails },
        ]}
      />
      <BringDialog opened={bringing} onClose={() => setBringing(false)} />
    </Page>
  );
}

/** In which language the company writes, since all else is a translation of that. */
function WrittenIn() {
  const { can, vendorLanguage } = useReader();
  const language = useTextWords().languageName(vendorLanguage);
  return (
    <Sentences>
      <Trans>What you write is taken to be in this language: {language}.</Trans>
      {can("settings.manage") && (
        <Trans>
          It is set in the <AppLink to="/settings">settings</AppLink>; texts that are there keep theirs.
        </Trans>
      )}
    </Sentences>
  );
}

function Translations() {
  const { t } = useLingui();
  const words = useTextWords();
  return (
    <FieldStack>
      <Progress />
      <DataTable
        id="texts"
        label={t`Texts`}
        endpoint={listTexts}
        columns={useTextColumns()}
        filters={[
          { kind: "search", name: "search", label: t`Title or text` },
          {
            kind: "select",
            name: "language",
            label: t`Language`,
            options: spoken.map((language) => ({ value: language, label: words.languageName(language) })),
          },
          {
            kind: "select",
            name: "state",
            label: t`State`,
            options: states.map((state) => ({ value: state, label: words.states[state] })),
          },
        ]}
        rowKey={(row) => `${row.id} ${row.language}`}
        rowHref={(row) => placeOf(row)}
        csv
        empty={
          <EmptyState icon={IconLanguage} title={t`Here your own texts will stand`}>
            <Trans>
              Each label of a program, each rule and mail that you write comes here by itself, once for every
              language that it is not written in.
            </Trans>
          </EmptyState>
        }
      />
    </FieldStack>
  );
}

export function placeOf({ id, language }: Pick<TextItem, "id" | "language">): string {
  return `/texts/${id}/${language}`;
}

function focusFirst() {
  document.querySelector<HTMLElement>("main table tbody a, main ul a[href^='/texts/']")?.focus();
}

/** How far each language is. */
function Progress() {
  const { t } = useLingui();
  const format = useFormat();
  const words = useTextWords();
  const { data } = useEndpoint(textProgress, {});
  if (!data || data.languages.length === 0) return null;
  return (
    <Grid min={150}>
      {data.languages.map(({ language, missing, draft, stale, approved }) => {
        const all = missing + draft + stale + approved;
        const open = all - approved;
        return (
          <Stat
            key={language}
            label={words.languageName(language)}
            value={format.share(approved / all, 0)}
            note={
              open === 0 ? (
                <Trans>Everything is approved.</Trans>
              ) : (
                t`${format.number(missing)} missing, ${plural(draft, { one: "# draft", other: "# drafts" })}, ${format.number(stale)} stale`
              )
            }
            to={`/texts?language=${language}`}
          />
        );
      })}
    </Grid>
  );
}

/** A text in its own direction, so that what is cut off is its end whatever the page's direction. */
function InLanguage({ language, children }: { language: string; children: string }) {
  const known = spoken.find((one) => one === language) ?? "en";
  return (
    <span className={classes.cell} lang={language} dir={directionOf(known)}>
      {children}
    </span>
  );
}

function useTextColumns(): Column<TextItem>[] {
  const { t } = useLingui();
  const words = useTextWords();
  return [
    {
      id: "title",
      header: t`What it is`,
      width: 240,
      wraps: true,
      card: "title",
      cell: (row) => words.titleOf(row),
    },
    {
      id: "language",
      header: t`Language`,
      width: 110,
      cell: (row) => words.languageName(row.language),
    },
    {
      id: "state",
      header: t`State`,
      width: 120,
      cell: (row) => (
        <Status tone={stateTones[row.state]} hollow={row.state === "missing"}>
          {words.states[row.state]}
        </Status>
      ),
    },
    {
      id: "source",
      header: t`As it was written`,
      cell: (row) => <InLanguage language={row.source.language}>{row.source.text}</InLanguage>,
    },
    {
      id: "text",
      header: t`In this language`,
      cell: (row) => row.text && <InLanguage language={row.language}>{row.text}</InLanguage>,
    },
  ];
}
