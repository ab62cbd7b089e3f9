import { Trans, useLingui } from "@lingui/react/macro";
import type { lookUpInvitation } from "#ecosystem/people/contract.ts";
import { NewcomerForm } from "#ecosystem/people/web/NewcomerForm.tsx";
import { RoleSentences } from "#ecosystem/people/web/Roles.tsx";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { AuthLayout } from "#ui/shell/AuthLayout.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { useSession } from "../../session/session.ts";
import { AcceptAsMember } from "./AcceptAsMember.tsx";
import { SignInToAccept } from "./SignInToAccept.tsx";
import { useEnter } from "./useEnter.ts";

export type OpenInvitationData = ResponseOf<typeof lookUpInvitation>;

interface OpenInvitationProps {
  token: string;
  invitation: OpenInvitationData;
}

/** Who invites to what, and the way in: for somebody new, for somebody who has a sign-in, for who is signed in. */
export function OpenInvitation({ token, invitation }: OpenInvitationProps) {
  const { t } = useLingui();
  const { vendorName, partnerName, invitedBy, email, roles, expiresAt, hasSignIn } = invitation;
  return (
    <AuthLayout
      title={partnerName ? t`Join ${partnerName}` : t`Join ${vendorName}`}
      lead={
        partnerName ? (
          <Trans>
            {invitedBy} invites {email} to {partnerName}, in the partner programme of {vendorName}.
          </Trans>
        ) : (
          <Trans>
            {invitedBy} invites {email} to the people of {vendorName}.
          </Trans>
        )
      }
      foot={
        <Trans>
          Good until <DateTime value={expiresAt} />. If you know nobody there, just let it run out.
        </Trans>
      }
    >
      <RoleSentences roles={roles} />
      <WayIn token={token} invitation={invitation} isNew={!hasSignIn} />
    </AuthLayout>
  );
}

function WayIn({ token, invitation, isNew }: OpenInvitationProps & { isNew: boolean }) {
  const session = useSession();
  const enter = useEnter();
  if (isNew) {
    return <NewcomerForm token={token} onAccepted={(password) => enter(invitation.email, password)} />;
  }
  if (session.data) return <AcceptAsMember token={token} invitation={invitation} me={session.data} />;
  return <SignInToAccept token={token} email={invitation.email} />;
}
