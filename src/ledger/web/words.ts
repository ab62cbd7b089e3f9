import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#ui/format/useFormat.ts";
import type { AccountKind, LedgerTransaction, TransactionKind } from "../contract.ts";

/** What the ledger's own words are called in the reader's. */
export function useLedgerWords() {
  const { t } = useLingui();
  const format = useFormat();
  const accounts: Readonly<Record<AccountKind, string>> = {
    expense: t`Commission expense`,
    held: t`Held`,
    payable: t`Payable`,
    "paid-out": t`Paid out`,
  };
  const transactions: Readonly<Record<TransactionKind, string>> = {
    "run-posted": t`Run posted`,
    "hold-ended": t`Hold ended`,
    "payout-paid": t`Payout paid`,
    "payout-returned": t`Payout came back`,
  };
  /** What stands beside the kind: the plan and its month, a payment's payee and reference; a hold's day stands beside it. */
  const about = ({ kind, memo, holder }: Pick<LedgerTransaction, "kind" | "memo" | "holder">) => {
    if (kind === "hold-ended") return t`Lines whose hold was over`;
    const [, plan, month] = /^(.+) (\d{4}-\d{2})$/.exec(memo) ?? [];
    if (kind === "run-posted" && plan && month) return `${plan}, ${format.month(month)}`;
    return holder ? `${holder.name} · ${memo}` : memo;
  };
  return {
    about,
    account: (kind: AccountKind) => accounts[kind],
    transaction: (kind: TransactionKind) => transactions[kind],
  };
}
