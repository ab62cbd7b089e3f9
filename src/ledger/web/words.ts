import { useLingui } from "@lingui/react/macro";
import type { AccountKind, TransactionKind } from "../contract.ts";

/** What the ledger's own words are called in the reader's. */
export function useLedgerWords() {
  const { t } = useLingui();
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
  return {
    account: (kind: AccountKind) => accounts[kind],
    transaction: (kind: TransactionKind) => transactions[kind],
  };
}
