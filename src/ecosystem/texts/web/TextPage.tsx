import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEndpointList, useEndpointMutation } from "#ui/api/query.ts";
import { ErrorState } from "#ui/feedback/ErrorState.tsx";
import { notifyDone } from "#ui/feedback/notify.ts";
import { RecordSkeleton } from "#ui/feedback/Skeletons.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { directionOf, spoken } from "#ui/i18n/locales.ts";
import { inReadersWords } from "#ui/i18n/serverWords.ts";
import { useHotkey } from "#ui/keys/Hotkeys.tsx";
import { AppLink } from "#ui/link/AppLink.tsx";
import { NothingHere } from "#ui/page/NothingHere.tsx";
import { Grid, Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { Status } from "#ui/text/Status.tsx";
import { approveVariant, listTexts, type TextItem, writeVariant } from "../contract.ts";
import { placeOf } from "./TextsPage.tsx";
import classes from "./texts.module.css";
import { stateTones, useTextWords } from "./words.ts";

interface TextPageProps {
  textId: string;
  language: string;
}

/** One text beside its source: written, approved, and on to the next one that is open in this language. */
export function TextPage({ textId, language }: TextPageProps) {
  const known = spoken.find((one) => one === language);
  const list = useEndpointList(listTexts, { query: { language: known ?? "en" } }, { pageSize: 200 });
  const at = list.rows.findIndex(({ id }) => id === textId);
  const item = list.rows[at];
  if (known === undefined) return <NothingHere />;
  if (item === undefined) return list.isPending || !list.complete ? <RecordSkeleton /> : <NothingHere />;
  const after = [...list.rows.slice(at + 1), ...list.rows.slice(0, at)];
  const next = after.find(({ state }) => state !== "approved");
  return (
    <Work
      key={`${item.id} ${language} ${item.source.hash}`}
      item={item}
      language={known}
      next={next === undefined ? "/texts" : placeOf(next)}
    />
  );
}

/** What the source said when the variant was approved, so that whoever renews it sees what is another word now. */
function Before({ item, text }: { item: TextItem; text: string }) {
  return (
    <>
      <Sentences>
        <Trans>When the translation was approved it said:</Trans>
      </Sentences>
      <p className={classes.before} lang={item.source.language} dir={directionIn(item.source.language)}>
        {text}
      </p>
    </>
  );
}

function directionIn(language: string) {
  return directionOf(spoken.find((one) => one === language) ?? "en");
}

interface WorkProps {
  item: TextItem;
  language: (typeof spoken)[number];
  next: string;
}

function Work({ item, language, next }: WorkProps) {
  const { t, i18n } = useLingui();
  const { can } = useReader();
  const navigate = useNavigate();
  const words = useTextWords();
  const params = { textId: item.id, language };
  const goOn = () => void navigate({ to: next });
  const form = useEndpointForm(writeVariant, {
    params,
    initial: { text: item.text ?? "", sourceHash: item.source.hash },
    draft: `text-${item.id}-${language}`,
    onDone: () => notifyDone(t`Draft saved`),
  });
  const approve = useEndpointMutation(approveVariant, {
    onDone: () => {
      form.reset();
      goOn();
    },
  });
  const text = form.values.text.trim();
  const approveNow = () => {
    if (text !== "") approve.mutate({ params, body: { text, sourceHash: item.source.hash } });
  };
  useHotkey({ key: "n", label: t`Next text that is open`, act: goOn });
  useHotkey(can("text.approve") ? { key: "a", label: t`Approve and go on`, act: approveNow } : null);
  const said = approve.error?.errors.find(({ pointer }) => pointer === "/text")?.message;
  const refused = said === undefined ? undefined : inReadersWords(said, i18n);
  const field = form.field("text");
  return (
    <Page>
      <PageHeader
        title={words.titleOf(item)}
        crumbs={[{ label: t`Texts`, to: `/texts?language=${language}` }]}
        status={
          <Status badge tone={stateTones[item.state]} hollow={item.state === "missing"}>
            {words.states[item.state]}
          </Status>
        }
        lead={item.link && <AppLink to={item.link}>{t`Where it is read`}</AppLink>}
        menu={[{ label: t`Next text that is open`, onClick: goOn }]}
      />
      <Grid min={320}>
        <Section title={words.languageName(item.source.language)}>
          <p className={classes.source} lang={item.source.language} dir={directionIn(item.source.language)}>
            {item.source.text}
          </p>
          {item.source.before !== null && <Before item={item} text={item.source.before} />}
          <Sentences>
            <Trans>
              Since <DateTime value={item.source.changedAt} brief />
            </Trans>
            {item.form === "icu" && (
              <Trans>
                What stands in braces is filled in; keep each of them, and every form that your language has.
              </Trans>
            )}
          </Sentences>
        </Section>
        <Section title={words.languageName(language)}>
          <form onSubmit={form.submit} noValidate>
            <div dir={directionOf(language)} lang={language}>
              <TextField
                {...field}
                dir={directionOf(language)}
                optional={false}
                error={refused ?? field.error}
                label={t`Text`}
                {...(item.form !== "line" && { lines: 5 })}
                disabled={!can("text.write")}
              />
            </div>
            {form.problem && <ErrorState problem={form.problem} inline />}
            {approve.error && refused === undefined && <ErrorState problem={approve.error} inline />}
            <Group gap="sm" mt="md">
              {can("text.approve") && (
                <Button onClick={approveNow} loading={approve.isPending} disabled={text === ""}>
                  <Trans>Approve and go on</Trans>
                </Button>
              )}
              {can("text.write") && (
                <Button type="submit" variant="default" loading={form.submitting} disabled={!form.changed}>
                  <Trans>Save draft</Trans>
                </Button>
              )}
              <Button variant="subtle" onClick={goOn}>
                <Trans>Next</Trans>
              </Button>
            </Group>
          </form>
          {item.writtenBy !== null && (
            <Sentences>
              <Trans>
                Written by {item.writtenBy}, <DateTime value={item.writtenAt} brief />
              </Trans>
              {item.approvedBy !== null && <Trans>Approved by {item.approvedBy}</Trans>}
            </Sentences>
          )}
        </Section>
      </Grid>
    </Page>
  );
}
