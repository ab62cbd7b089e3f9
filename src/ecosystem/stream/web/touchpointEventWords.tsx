import { Trans } from "@lingui/react/macro";
import type { EventWords, Payload } from "./eventWords.tsx";

/** What happens to a touchpoint. */
export const touchpointWords: Readonly<Record<string, (said: Payload) => EventWords>> = {
  "touchpoint.recorded": ({ about }) => ({
    what: <Trans>Logged a touchpoint for {about}</Trans>,
    tone: "info",
  }),
  "touchpoint.asked_again": ({ about, remark }) => ({
    what: <Trans>Asked again for the touchpoint for {about}</Trans>,
    note: remark,
    tone: "info",
  }),
  "touchpoint.confirmed": ({ about }) => ({
    what: <Trans>Confirmed the touchpoint for {about}</Trans>,
    tone: "good",
  }),
  "touchpoint.contested": ({ about, reason }) => ({
    what: <Trans>Contested the touchpoint for {about}</Trans>,
    note: reason ?? undefined,
    tone: "warn",
  }),
  "touchpoint.withdrawn": ({ about }) => ({ what: <Trans>Withdrew the touchpoint for {about}</Trans> }),
};
