import { Trans } from "@lingui/react/macro";
import { DayText } from "#ui/text/dates.tsx";
import type { EventWords, Payload } from "./eventWords.tsx";

type Words = Readonly<Record<string, (said: Payload) => EventWords>>;

/** What happens to programs, to what regions do otherwise, and to what companies are specialized in. */
export const programWords: Words = {
  "program.published": ({ name, version }) => ({
    what:
      version === 0 ? (
        <Trans>Published the program {name}</Trans>
      ) : (
        <Trans>
          Published the program {name}, version {version}
        </Trans>
      ),
    tone: "info",
  }),
  "program.version-withdrawn": ({ name, version }) => ({
    what: (
      <Trans>
        Took version {version} of the program {name} back
      </Trans>
    ),
    tone: "warn",
  }),
  "program.drafted": ({ name }) => ({ what: <Trans>Began to write the program {name}</Trans> }),
  "program.draft-dropped": ({ name }) => ({ what: <Trans>Gave up the draft of the program {name}</Trans> }),
  "program.partner-included": ({ name, effectiveFrom }) => ({
    what: (
      <Trans>
        Took the company into {name} from <DayText value={effectiveFrom} /> on
      </Trans>
    ),
    tone: "good",
  }),
  "program.partner-excluded": ({ name, effectiveFrom }) => ({
    what: (
      <Trans>
        Left the company out of {name} from <DayText value={effectiveFrom} /> on
      </Trans>
    ),
    tone: "warn",
  }),
  "program.enrolment-ended": ({ name }) => ({
    what: <Trans>Let the criteria of {name} decide about the company again</Trans>,
  }),
  "program.acknowledged": ({ name, year }) => ({
    what: (
      <Trans>
        Acknowledged the program year {year} of {name}
      </Trans>
    ),
    tone: "good",
  }),
  "program.acknowledgement-asked": ({ name, year }) => ({
    what: (
      <Trans>
        Asked partners to acknowledge the program year {year} of {name}
      </Trans>
    ),
    tone: "info",
  }),
  "program_override.proposed": (said) => ({
    what: (
      <Trans>
        Proposed an override of {said.program} for {said.scope}
      </Trans>
    ),
    tone: "info",
  }),
  "program_override.approved": (said) => ({
    what: (
      <Trans>
        Approved the override of {said.program} for {said.scope}
      </Trans>
    ),
    tone: "good",
  }),
  "program_override.declined": (said) => ({
    what: (
      <Trans>
        Declined the override of {said.program} for {said.scope}
      </Trans>
    ),
    tone: "warn",
  }),
  "program_override.withdrawn": (said) => ({
    what: (
      <Trans>
        Withdrew the proposed override of {said.program} for {said.scope}
      </Trans>
    ),
  }),
  "program_override.ended": (said) => ({
    what: (
      <Trans>
        Ended the override of {said.program} for {said.scope}
      </Trans>
    ),
    tone: "warn",
  }),
  "program_override.ending": (said) => ({
    what: (
      <Trans>
        The override of {said.program} for {said.scope} ends soon
      </Trans>
    ),
    tone: "warn",
  }),
  "specialization.published": ({ label }) => ({
    what: <Trans>Published the specialization {label}</Trans>,
    tone: "info",
  }),
  "specialization.applied": ({ label }) => ({ what: <Trans>Applied for {label}</Trans>, tone: "info" }),
  "specialization.withdrawn": ({ label }) => ({ what: <Trans>Withdrew the application for {label}</Trans> }),
  "specialization.awarded": ({ label }) => ({ what: <Trans>Awarded {label}</Trans>, tone: "good" }),
  "specialization.declined": ({ label }) => ({
    what: <Trans>Declined the application for {label}</Trans>,
    tone: "warn",
  }),
  "specialization.revoked": ({ label }) => ({ what: <Trans>Took {label} back</Trans>, tone: "bad" }),
  "specialization.ending": ({ label }) => ({ what: <Trans>{label} ends soon</Trans>, tone: "warn" }),
  "specialization.expired": ({ label }) => ({ what: <Trans>{label} expired</Trans> }),
};
