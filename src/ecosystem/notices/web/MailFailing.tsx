import { Trans, useLingui } from "@lingui/react/macro";
import { useEndpoint, useEndpointMutation } from "#ui/api/query.ts";
import { Note } from "#ui/feedback/Note.tsx";
import { notifyDone, notifyProblem } from "#ui/feedback/notify.ts";
import { DateTime } from "#ui/text/dates.tsx";
import { getNoticePreferences, tryMailAgain } from "../contract.ts";

/** Says that mails to the reader do not arrive, where that is so. */
export function MailFailing() {
  const { t } = useLingui();
  const { data } = useEndpoint(getNoticePreferences, {});
  const trial = useEndpointMutation(tryMailAgain, {
    onDone: () => notifyDone(t`The next notice is mailed again`),
  });
  if (!data?.mail.failing) return null;
  const { address, failing } = data.mail;
  return (
    <Note
      tone="warn"
      title={<Trans>Mails to {address} do not arrive</Trans>}
      action={{
        label: t`Try again`,
        busy: trial.isPending,
        onClick: () => trial.mutate({}, { onError: notifyProblem }),
      }}
    >
      <Trans>
        Since <DateTime value={failing.since} brief /> none is sent; your notices stand here. The mail server
        said: {failing.reason}
      </Trans>
    </Note>
  );
}
