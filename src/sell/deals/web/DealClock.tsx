import { Plural, Trans } from "@lingui/react/macro";
import { useNow } from "#ui/format/now.ts";
import { useReader } from "#ui/reader/reader.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { Nothing } from "#ui/text/Money.tsx";
import type { DealItem } from "../contract.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** When the partner owes an answer; a question that was overtaken by a decision or by silence is owed no more. */
function owedByPartner(deal: DealItem): string | null {
  return deal.state === "needs-information" ? deal.answerOwedAt : null;
}

/** Whether somebody owes the next step by a moment. */
export function isTimed(deal: DealItem): boolean {
  return (owedByPartner(deal) ?? deal.answerDueAt ?? deal.decisionDueAt) !== null;
}

/** Whose turn it is, and until when; nothing where nobody owes anything. */
export function DealClock({ deal }: { deal: DealItem }) {
  const { side, partner } = useReader();
  const now = useNow();
  const isPartner = side === "partner";
  const owed = owedByPartner(deal);
  if (owed !== null) {
    const by = <DateTime value={owed} />;
    const isOwn = deal.partner.id === partner?.id;
    return isOwn ? <Trans>You answer by {by}</Trans> : <Trans>Partner answers by {by}</Trans>;
  }
  const due = deal.answerDueAt ?? deal.decisionDueAt;
  if (due === null) return <Nothing />;
  const by = <DateTime value={due} />;
  if (Date.parse(due) < now)
    return isPartner ? <Trans>Vendor overdue since {by}</Trans> : <Trans>Overdue since {by}</Trans>;
  if (deal.answerDueAt === null)
    return isPartner ? <Trans>Vendor decides by {by}</Trans> : <Trans>You decide by {by}</Trans>;
  return isPartner ? <Trans>Vendor answers by {by}</Trans> : <Trans>You answer by {by}</Trans>;
}

/** How many days are begun until the end of a protection, in words; nothing where none runs. */
export function ProtectionLeft({ deal }: { deal: DealItem }) {
  const now = useNow();
  if (deal.protection === null || deal.state !== "approved") return <Nothing />;
  const days = Math.max(0, Math.ceil((Date.parse(deal.protection.until) - now) / dayMs));
  return <Plural value={days} one="# day" other="# days" />;
}
