import { MailTexts } from "#ecosystem/notices/web/index.tsx";
import { TextsPage as Texts } from "#ecosystem/texts/web/TextsPage.tsx";

/** The vendor's own texts in every language, and its own words for mails. */
export function TextsPage() {
  return <Texts mails={() => <MailTexts />} />;
}
