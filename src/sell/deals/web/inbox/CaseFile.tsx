import type { DealCase, DealDetail } from "../../contract.ts";
import { NotFree } from "../NotFree.tsx";
import { MatchingAccounts, NamedAccountsHere } from "./KnownAccounts.tsx";
import { KnownSales } from "./KnownSales.tsx";
import { Notes } from "./Notes.tsx";
import { Questions } from "./Questions.tsx";
import { Rivals } from "./Rivals.tsx";
import { Submitted } from "./Submitted.tsx";
import { TendersHere } from "./Tenders.tsx";

interface CaseFileProps {
  deal: DealDetail;
  known: DealCase;
}

/** What the partner submitted and everything that is known beside it. */
export function CaseFile({ deal, known }: CaseFileProps) {
  return (
    <>
      <NotFree deal={deal} />
      <Rivals deal={deal} known={known} />
      <TendersHere known={known} />
      <NamedAccountsHere known={known} />
      <KnownSales known={known} />
      <Submitted deal={deal} />
      <Questions deal={deal} />
      <MatchingAccounts known={known} />
      <Notes deal={deal} known={known} />
    </>
  );
}
