import { Trans, useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { notifyDone } from "#ui/feedback/notify.ts";
import { ChecksField } from "#ui/form/ChecksField.tsx";
import { FieldStack } from "#ui/form/FieldStack.tsx";
import { Form } from "#ui/form/Form.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { Section } from "#ui/page/Section.tsx";
import { changeNoticePreferences, getNoticePreferences, type NoticePreferences } from "../contract.ts";
import { MailFailing } from "./MailFailing.tsx";
import type { NoticeWords } from "./words.ts";

/** Of what one is told by mail, too. In the portal one is told of everything. */
export function PreferencesSection({ words }: { words: NoticeWords }) {
  const { t } = useLingui();
  const preferences = useEndpoint(getNoticePreferences, {});
  if (preferences.data?.topics.length === 0) return null;
  return (
    <Section
      title={t`Notices by mail`}
      note={<Trans>Here you are told of everything; choose what is mailed to you, too.</Trans>}
    >
      <Loaded query={preferences}>
        {(known) => (
          <FieldStack>
            <MailFailing />
            {!known.mail.available && (
              <Note tone="info">
                <Trans>No mail server is set here, so that notices stand on these pages alone.</Trans>
              </Note>
            )}
            <TopicsForm key={JSON.stringify(known.topics)} known={known} words={words} />
          </FieldStack>
        )}
      </Loaded>
    </Section>
  );
}

function TopicsForm({ known, words }: { known: NoticePreferences; words: NoticeWords }) {
  const { t, i18n } = useLingui();
  const { topics } = known;
  const form = useEndpointForm(changeNoticePreferences, {
    initial: { topics: topics.filter(({ byMail }) => byMail).map(({ topic }) => topic) as readonly string[] },
    toBody: (values) => ({
      topics: topics.map(({ topic }) => ({ topic, byMail: values.topics.includes(topic) })),
    }),
    onDone: () => notifyDone(t`Choice saved`),
  });
  return (
    <Form form={form} submit={t`Save`} edits>
      <ChecksField
        {...form.field("topics")}
        optional={false}
        label={t`By mail to ${known.mail.address}`}
        options={topics.map(({ topic }) => {
          const about = words.topics[topic];
          return {
            value: topic,
            label: about ? i18n._(about.label) : topic,
            ...(about && { hint: i18n._(about.hint) }),
          };
        })}
      />
    </Form>
  );
}
