import { Trans, useLingui } from "@lingui/react/macro";
import { Flex } from "@mantine/core";
import { ActButton } from "#ui/act/Act.tsx";
import { Acts } from "#ui/act/Acts.tsx";
import { Note } from "#ui/feedback/Note.tsx";
import { Section } from "#ui/page/Section.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { Secret } from "#ui/text/Secret.tsx";
import type { Invited } from "./InviteForm.tsx";

interface InvitedPanelProps {
  invitation: Invited;
  onAnother: () => void;
}

/** What became of an invitation: it is in the post, or here is the link to hand over. */
export function InvitedPanel({ invitation, onAnother }: InvitedPanelProps) {
  const { t } = useLingui();
  const { email, link, expiresAt, partner, replaces } = invitation;
  return (
    <Section title={partner ? t`${email} is invited to ${partner.name}` : t`${email} is invited`}>
      <Flex direction="column" gap="md">
        {link === null ? (
          <p>
            <Trans>
              A mail with the link is on its way. It works once and until <DateTime value={expiresAt} />.
            </Trans>
          </p>
        ) : (
          <Secret
            label={t`Invitation link`}
            value={link}
            note={t`No mail server is set, so hand this link over yourself. It is shown this once, works once, and lets in whoever has it.`}
          />
        )}
        {replaces && (
          <Note tone="info" title={t`The invitation before is taken back`}>
            <Trans>{email} had an open invitation already. Its link no longer works; this one holds.</Trans>
          </Note>
        )}
      </Flex>
      <Acts>
        <ActButton act={{ label: t`Invite another person`, onClick: onAnother }} />
        <ActButton act={{ label: t`All invitations`, to: "/people?tab=invited" }} variant="default" />
      </Acts>
    </Section>
  );
}
