import { Trans } from "@lingui/react/macro";
import type { EventWords, Payload } from "./eventWords.tsx";

/** What a company becomes, where it is, and what is written down about it. */
export const companyWords: Readonly<Record<string, (said: Payload) => EventWords>> = {
  "partner.type_began": () => ({ what: <Trans>Began a type of the company</Trans> }),
  "partner.type_ended": () => ({ what: <Trans>Said until when a type of the company holds</Trans> }),
  "location.added": ({ name }) => ({ what: <Trans>Added the location {name}</Trans> }),
  "location.changed": ({ name }) => ({ what: <Trans>Changed the location {name}</Trans> }),
  "location.removed": ({ name }) => ({ what: <Trans>Removed the location {name}</Trans> }),
  "location.main": ({ name }) => ({ what: <Trans>Made {name} the main location</Trans> }),
  "fact.entered": ({ note }) => ({ what: <Trans>Entered a fact about the company</Trans>, note }),
  "fact.corrected": ({ note }) => ({ what: <Trans>Corrected a fact about the company</Trans>, note }),
};
