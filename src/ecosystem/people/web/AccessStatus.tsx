import { Trans } from "@lingui/react/macro";
import { Status } from "#ui/text/Status.tsx";
import type { Invitation, Person } from "../contract.ts";

interface AccessStatusProps {
  person: Pick<Person, "deactivatedAt" | "mailFailing">;
  badge?: boolean;
}

/** Whether somebody can come in, and is reached by mail. */
export function AccessStatus({ person, badge = false }: AccessStatusProps) {
  if (person.deactivatedAt === null && person.mailFailing !== null) {
    return (
      <Status tone="warn" badge={badge}>
        <Trans>No mail</Trans>
      </Status>
    );
  }
  return person.deactivatedAt === null ? (
    <Status tone="good" badge={badge}>
      <Trans>Active</Trans>
    </Status>
  ) : (
    <Status tone="idle" badge={badge} hollow>
      <Trans>Ended</Trans>
    </Status>
  );
}

/** How an invitation stands. */
export function InvitationStatus({ state }: Pick<Invitation, "state">) {
  if (state === "pending") {
    return (
      <Status tone="info" hollow>
        <Trans>Open</Trans>
      </Status>
    );
  }
  if (state === "accepted") {
    return (
      <Status tone="good">
        <Trans>Accepted</Trans>
      </Status>
    );
  }
  return (
    <Status tone="idle" hollow>
      {state === "revoked" ? <Trans>Taken back</Trans> : <Trans>Run out</Trans>}
    </Status>
  );
}
