import { RecordLink } from "#ui/link/RecordLink.tsx";
import type { Posting } from "../contract.ts";
import { useLedgerWords } from "./words.ts";

/** An account by its kind and whose it is; the holder leads to its page where there is one. */
export function AccountName({ account: { kind, holder } }: { account: Posting["source"] }) {
  const words = useLedgerWords();
  if (holder === null) return words.account(kind);
  return (
    <>
      {words.account(kind)} ·{" "}
      <RecordLink noun="holder" id={holder.id} plain>
        {holder.name}
      </RecordLink>
    </>
  );
}
