import { Trans, useLingui } from "@lingui/react/macro";
import { acceptInvitation, type Me } from "#ecosystem/people/contract.ts";
import { ActButton } from "#ui/act/Act.tsx";
import { Acts } from "#ui/act/Acts.tsx";
import { useEndpointMutation } from "#ui/api/query.ts";
import { ErrorState } from "#ui/feedback/ErrorState.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { keepMembership } from "../../session/kept.ts";
import { useSessionActs } from "../../session/session.ts";
import type { OpenInvitationData } from "./OpenInvitation.tsx";

interface AcceptAsMemberProps {
  token: string;
  invitation: OpenInvitationData;
  me: Me;
}

/** Somebody who is signed in accepts with one press, if it is they who are invited. */
export function AcceptAsMember({ token, invitation, me }: AcceptAsMemberProps) {
  const { t } = useLingui();
  const { begin, signOut } = useSessionActs();
  const { email, partnerName, vendorName } = invitation;
  const accept = useEndpointMutation(acceptInvitation, {
    onDone: ({ membershipId }) => {
      keepMembership(membershipId);
      window.history.replaceState(null, "", "/");
      void begin();
    },
  });
  if (me.person.email !== email) {
    return (
      <>
        <Note tone="warn" title={t`You are signed in as ${me.person.email}`}>
          <Trans>The invitation is for {email}. Sign out, then sign in with that address.</Trans>
        </Note>
        <Acts>
          <ActButton act={{ label: t`Sign out`, onClick: () => void signOut() }} fullWidth />
        </Acts>
      </>
    );
  }
  return (
    <>
      <p>
        <Trans>
          You keep your sign-in. With the menu at the top you switch between {partnerName ?? vendorName} and
          where you are now.
        </Trans>
      </p>
      {accept.error && <ErrorState problem={accept.error} inline />}
      <Acts>
        <ActButton
          act={{
            label: t`Accept`,
            onClick: () => accept.mutate({ body: { token } }),
            busy: accept.isPending,
          }}
          fullWidth
        />
      </Acts>
    </>
  );
}
