import { useLingui } from "@lingui/react/macro";
import {
  IconClockPlus,
  IconEdit,
  IconFlag,
  IconFlagOff,
  IconGavel,
  IconSend,
  IconTrash,
  IconX,
} from "@tabler/icons-react";
import type { Act } from "#ui/act/Act.tsx";
import type { DealDetail } from "../contract.ts";

/** What is asked for in a dialog before it is done. */
export type DealTask = "withdraw" | "discard" | "extend" | "won" | "lost";

/** What may be done with a registration now: the main act, and what else. */
export function useDealActs(
  deal: DealDetail,
  begin: (task: DealTask) => void,
): { action: Act | undefined; menu: Act[] } {
  const { t } = useLingui();
  const { can } = deal;
  const edit = `/deals/${deal.id}/edit`;
  const waits = {
    time: deal.extensions.some(({ granted }) => granted === null),
    outcome: deal.outcomes.some(({ accepted }) => accepted === null),
  };
  const notNow = waits.outcome ? t`What you said became of it waits for the vendor.` : undefined;
  const menu: (Act | false)[] = [
    can.proposeOutcome && {
      label: t`Say that it was lost`,
      icon: IconFlagOff,
      onClick: () => begin("lost"),
      notNow,
    },
    can.requestExtension && {
      label: t`Ask for more time`,
      icon: IconClockPlus,
      onClick: () => begin("extend"),
      notNow: waits.time ? t`More time is asked for already, and waits for the vendor.` : undefined,
    },
    can.change && !can.submit && { label: t`Amend`, icon: IconEdit, to: edit },
    can.withdraw && { label: t`Withdraw`, icon: IconX, danger: true, onClick: () => begin("withdraw") },
    can.discard && {
      label: t`Throw the draft away`,
      icon: IconTrash,
      danger: true,
      onClick: () => begin("discard"),
    },
  ];
  const action: Act | undefined = can.submit
    ? { label: t`Go on with it`, icon: IconSend, to: edit }
    : can.proposeOutcome
      ? { label: t`Say that it was won`, icon: IconFlag, onClick: () => begin("won"), notNow }
      : can.decide
        ? { label: t`Decide`, icon: IconGavel, to: `/deals/${deal.id}/decide` }
        : undefined;
  return { action, menu: menu.filter((act) => act !== false) };
}
