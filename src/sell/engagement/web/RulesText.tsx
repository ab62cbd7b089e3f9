import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { OwnText } from "#ecosystem/texts/web/index.tsx";
import { Section } from "#ui/page/Section.tsx";
import { Money } from "#ui/text/Money.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { type EngagementSettings, reasonKeys } from "../contract.ts";
import { AnswerTimes } from "./AnswerTimes.tsx";
import { useEngagementWords } from "./engagementWords.ts";

/** The settings that run, as sentences; nothing is said here that is not done by them. */
export function RulesText({ settings }: { settings: EngagementSettings }) {
  const { t } = useLingui();
  return (
    <>
      <Section title={t`What can be registered`}>
        <Eligible settings={settings} />
      </Section>
      <Section title={t`Who wins`}>
        <Winner settings={settings} />
      </Section>
      <Section title={t`How long it is protected`}>
        <HowLong settings={settings} />
      </Section>
      <Section title={t`What a partner is told`}>
        <WhatIsTold settings={settings} />
      </Section>
      <Section title={t`In what time we answer`}>
        <AnswerTimes settings={settings} />
      </Section>
      <Section title={t`What a contact's data are given for`}>
        <Sentences>
          <span>
            <OwnText of="engagement" field="contactNotice">
              {settings.contactNotice.text}
            </OwnText>
          </span>
        </Sentences>
      </Section>
    </>
  );
}

function Eligible({ settings }: { settings: EngagementSettings }) {
  const words = useEngagementWords();
  const { countries, excludedSeries, minimumValue } = settings;
  const roles = words.either(settings.roles.map((role) => words.roles[role]));
  const places = words.list(countries.map(words.country));
  const series = words.list(excludedSeries);
  return (
    <Sentences>
      <Trans>A deal can be registered by a partner that {roles}.</Trans>
      {countries.length === 0 ? (
        <Trans>The customer may be in any country.</Trans>
      ) : (
        <Trans>The customer is in {places}.</Trans>
      )}
      {minimumValue === null ? (
        <Trans>There is no least value.</Trans>
      ) : (
        <Trans>
          The deal is worth <Money value={minimumValue} /> or more.
        </Trans>
      )}
      {excludedSeries.length > 0 && <Trans>Not eligible: {series}.</Trans>}
      <Trans>
        What was registered before a public tender was published stays protected; after, it is not accepted.
      </Trans>
    </Sentences>
  );
}

function Winner({ settings }: { settings: EngagementSettings }) {
  const { activeDays, sharedDomains } = settings;
  const words = useEngagementWords();
  const domains = words.list(sharedDomains);
  return (
    <Sentences>
      <Trans>
        Who is received first is first. Every complete registration is received, numbered and queued by the
        time of the server.
      </Trans>
      <Trans>
        Two registrations ask for the same where customer, country, project, the partner's role and a product
        series are the same. A customer is known by its domain, its company name, its tax number or its number
        in our CRM.
      </Trans>
      <Trans>
        A place that becomes free (rejected, withdrawn, ended, closed) goes to the next in order by itself.
      </Trans>
      <Trans>
        An open opportunity at the customer counts against a registration if it was active in the{" "}
        <Plural value={activeDays} one="day" other="# days" /> before. A named account counts from the moment
        it was published.
      </Trans>
      {sharedDomains.length > 0 && (
        <Trans>Domains under which several customers are found name nobody: {domains}.</Trans>
      )}
    </Sentences>
  );
}

function HowLong({ settings }: { settings: EngagementSettings }) {
  const words = useEngagementWords();
  const { extension, protectionDays, reminderDays } = settings;
  const protection = words.protections[settings.protection];
  const days = words.list(reminderDays.toSorted((a, b) => b - a).map(String));
  return (
    <Sentences>
      <Trans>
        An approval protects the deal for <Plural value={protectionDays} one="# day" other="# days" />, unless
        the customer's region or country or the approval itself says otherwise.
      </Trans>
      <span>
        {protection.label}: {protection.sentence}
      </span>
      <span>{words.benefit(settings.benefit)}</span>
      {extension.times === 0 ? (
        <Trans>It cannot be extended.</Trans>
      ) : (
        <Trans>
          It can be extended <Plural value={extension.times} one="once" other="# times" />, by{" "}
          <Plural value={extension.days} one="# day" other="# days" />.
        </Trans>
      )}
      {reminderDays.length > 0 && (
        <Trans>The partner is reminded before the end, with {days} days left.</Trans>
      )}
    </Sentences>
  );
}

function WhatIsTold({ settings }: { settings: EngagementSettings }) {
  const { t } = useLingui();
  const words = useEngagementWords();
  const { undoSeconds } = settings;
  const reasons = words.list(reasonKeys.map((key) => t`“${words.reasons[key].label}”`));
  return (
    <Sentences>
      <span>{words.disclosures[settings.disclosure].sentence}</span>
      <Trans>Every decision says why. A refusal names one of these reasons: {reasons}.</Trans>
      {undoSeconds > 0 && (
        <Trans>
          A decision is told <Plural value={undoSeconds} one="# second" other="# seconds" /> after it was made
          or a little later; until then it can be taken back.
        </Trans>
      )}
      <Trans>Each decision keeps the version of these rules that it was made by.</Trans>
    </Sentences>
  );
}
