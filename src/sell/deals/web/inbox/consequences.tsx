import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { Consequence } from "#ui/decision/Decision.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import { type EngagementSettings, protections } from "../../../engagement/contract.ts";
import { useEngagementWords } from "../../../engagement/web/index.tsx";
import type { DealCase, DealDetail } from "../../contract.ts";
import { type ApprovalValues, anew } from "./approval.ts";

interface ConsequencesOptions {
  deal: DealDetail;
  known: DealCase;
  settings: EngagementSettings;
  values: ApprovalValues;
}

/** What approving will do: what is protected, which sale it becomes, what the partner learns, and the way back. */
export function useConsequences({ deal, known, settings, values }: ConsequencesOptions): Consequence[] {
  const { t } = useLingui();
  const words = useEngagementWords();
  const { holds, waits } = known.standing;
  if (holds.length === 0) {
    return [
      { label: t`Approving`, value: <Trans>not open: {waits.join(", ")} is held by another one</Trans> },
      { label: t`Rejecting`, value: <Trans>leaves the place to the others</Trans> },
      { label: t`The partner`, value: <TellTime settings={settings} name={deal.partner.name} /> },
    ];
  }
  const kind = protections.find((one) => one === values.protection) ?? settings.protection;
  const losers = known.rivals.filter(({ first }) => !first).length;
  return [
    { label: t`Protects`, value: <>{words.list(values.series)}</> },
    { label: t`For`, value: deal.partner.name },
    {
      label: t`As`,
      value: (
        <>
          {words.protections[kind].label}. {words.protections[kind].sentence}
        </>
      ),
    },
    { label: t`Until the end of`, value: <DayText value={values.protectedUntil} /> },
    ...(losers > 0
      ? [
          {
            label: t`Others`,
            value: (
              <Plural
                value={losers}
                one="# registration goes on waiting"
                other="# registrations go on waiting"
              />
            ),
          },
        ]
      : []),
    { label: t`Opportunity`, value: <Sale deal={deal} known={known} values={values} /> },
    { label: t`The partner`, value: <TellTime settings={settings} name={deal.partner.name} /> },
    {
      label: t`Can be undone`,
      value:
        settings.undoSeconds === 0 ? (
          <Trans>no, only revoked</Trans>
        ) : (
          <Trans>until then; later only revoked</Trans>
        ),
    },
  ];
}

/** Which sale the registration becomes, and where. */
function Sale({ deal, known, values }: Omit<ConsequencesOptions, "settings">) {
  const linked = known.opportunities.find(({ opportunity }) => opportunity.id === values.opportunityId);
  if (linked !== undefined) {
    const owner = linked.owner;
    if (owner !== null && owner.id !== deal.partner.id) {
      return (
        <Trans>
          {linked.opportunity.name} is linked and stays with {owner.name}; whose the money is, a person
          decides at its win
        </Trans>
      );
    }
    return (
      <Trans>
        {linked.opportunity.name} is linked and earns for {deal.partner.name}
      </Trans>
    );
  }
  const account = known.accounts.find(
    (one) => one.account.id === values.accountId && values.accountId !== anew,
  );
  const at = account?.account.name ?? deal.customer.name ?? "";
  const worth = <Money value={deal.value} />;
  return account === undefined ? (
    <Trans>
      a new one of {worth}, at a new account {at}
    </Trans>
  ) : (
    <Trans>
      a new one of {worth}, at {at}
    </Trans>
  );
}

function TellTime({ settings: { undoSeconds }, name }: { settings: EngagementSettings; name: string }) {
  if (undoSeconds === 0) return <Trans>{name} is told at once</Trans>;
  if (undoSeconds < 120) {
    return (
      <Trans>
        {name} is told after <Plural value={undoSeconds} one="# second" other="# seconds" />
      </Trans>
    );
  }
  const minutes = Math.round(undoSeconds / 60);
  return (
    <Trans>
      {name} is told after <Plural value={minutes} one="# minute" other="# minutes" />
    </Trans>
  );
}
