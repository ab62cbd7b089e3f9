import { Trans } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { Note } from "#ui/feedback/Note.tsx";
import { useLocale } from "#ui/i18n/LocaleProvider.tsx";
import { spoken } from "#ui/i18n/locales.ts";
import { useReader } from "#ui/reader/reader.tsx";
import { type ShownText, shownTexts } from "../contract.ts";
import classes from "./texts.module.css";
import { useLanguageName } from "./words.ts";

/**
 * The texts of something in the reader's language, by field and, where several versions are read, by how it is written.
 * Until they are there nothing is known of them.
 */
export function useOwnTexts(ref: string | null): (field: string, written?: string) => ShownText | undefined {
  const { data } = useShownTexts(ref);
  return (field, written) =>
    data?.items.find(
      (one) => one.field === field && (written === undefined ? one.isCurrent : one.source === written),
    );
}

/** What a text is in the reader's language, by how it was written, among the fields that begin so; else as written. */
export function useOwnWords(ref: string | null): (prefix: string, written: string) => string {
  const { data } = useShownTexts(ref);
  return (prefix, written) =>
    data?.items.find(({ field, source }) => field.startsWith(prefix) && source === written)?.text ?? written;
}

function useShownTexts(ref: string | null) {
  const { locale } = useLocale();
  const language = spoken.find((one) => one === locale) ?? "en";
  return useEndpoint(shownTexts, { query: { ref: ref ?? "", language } }, { enabled: ref !== null });
}

interface OwnTextProps {
  /** What the text belongs to, as the feature told it. */
  of: string;
  field: string;
  /** The text as the page has it: shown where nothing else is known, and where it is another one than was told. */
  children: string;
}

/** A text of the vendor's own in the reader's language; where it is not, as it was written, and said so. */
export function OwnText({ of, field, children }: OwnTextProps) {
  const own = useOwnTexts(of)(field, children);
  if (own === undefined) return children;
  return (
    <>
      <bdi lang={own.language}>{own.text}</bdi>
      {own.fallback !== null && (
        <>
          {" "}
          <span className={classes.fallback}>
            <NotInYourLanguage language={own.language} />
          </span>
        </>
      )}
    </>
  );
}

function NotInYourLanguage({ language }: { language: string }) {
  const name = useLanguageName()(language);
  return <Trans>(shown in {name}: not yet translated)</Trans>;
}

/** Said once above names and labels of one thing: that some of them are not in the reader's language, and whose they are. */
export function UntranslatedNote({ of }: { of: string }) {
  const { vendorName } = useReader();
  const nameOf = useLanguageName();
  const { locale } = useLocale();
  const { data } = useShownTexts(of);
  const left = data?.items.filter(({ fallback }) => fallback !== null) ?? [];
  if (left.length === 0) return null;
  const [own, written] = [nameOf(locale), nameOf(left[0]?.language ?? locale)];
  return (
    <Note tone="info">
      <Trans>
        {vendorName} has not translated all of this into {own} yet. What is missing stands here in {written}.
      </Trans>
    </Note>
  );
}
