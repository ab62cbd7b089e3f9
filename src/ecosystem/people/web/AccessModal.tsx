import { useLingui } from "@lingui/react/macro";
import { useEndpointMutation } from "#ui/api/query.ts";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { deactivatePerson, type Person, reactivatePerson } from "../contract.ts";

interface AccessModalProps {
  person: Person;
  onClose: () => void;
}

/** Asks before somebody's access ends or comes back, and says what follows. */
export function AccessModal({ person, onClose }: AccessModalProps) {
  return person.deactivatedAt === null ? (
    <EndModal person={person} onClose={onClose} />
  ) : (
    <BackModal person={person} onClose={onClose} />
  );
}

function EndModal({ person, onClose }: AccessModalProps) {
  const { t } = useLingui();
  const end = useEndpointMutation(deactivatePerson, { onDone: onClose });
  const consequences = [
    person.you
      ? t`You lose access with your next click, and somebody else has to give it back.`
      : t`They lose access with their next click, wherever they are signed in.`,
    person.you ? t`Your API keys stop working.` : t`Their API keys stop working.`,
    person.you ? t`What you did stays, under your name.` : t`What they did stays, under their name.`,
    t`Access can be given back at any time, with the same roles.`,
  ];
  return (
    <ConfirmModal
      opened
      onClose={onClose}
      title={person.you ? t`End your own access?` : t`End the access of ${person.name}?`}
      consequences={consequences}
      confirm={t`End access`}
      danger
      onConfirm={() => end.mutate({ params: { personId: person.id } })}
      busy={end.isPending}
      problem={end.error}
    />
  );
}

function BackModal({ person, onClose }: AccessModalProps) {
  const { t } = useLingui();
  const giveBack = useEndpointMutation(reactivatePerson, { onDone: onClose });
  return (
    <ConfirmModal
      opened
      onClose={onClose}
      title={t`Give ${person.name} access again?`}
      consequences={[
        t`They sign in as before, with the password and the roles they had.`,
        t`Their API keys work again, unless they were ended or have run out.`,
      ]}
      confirm={t`Give access back`}
      onConfirm={() => giveBack.mutate({ params: { personId: person.id } })}
      busy={giveBack.isPending}
      problem={giveBack.error}
    />
  );
}
