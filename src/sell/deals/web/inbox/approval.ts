import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { dayInZone, useNow } from "#ui/format/now.ts";
import { useReader } from "#ui/reader/reader.tsx";
import type { EngagementSettings } from "../../../engagement/contract.ts";
import { approveDeal, type DealCase, type DealDetail } from "../../contract.ts";

/** Stands in a choice for "none of those that are there". */
export const anew = "new";

interface ApprovalOptions {
  deal: DealDetail;
  known: DealCase;
  settings: EngagementSettings;
  onDone: () => void;
}

/** What an approval gives, filled by the rules: all that is held, for the days of the rules, at the surest account. */
export function useApproval({ deal, known, settings, onDone }: ApprovalOptions) {
  const now = useNow();
  const { timeZone } = useReader();
  const surest = known.accounts.find(({ sure }) => sure === "certain");
  return useEndpointForm(approveDeal, {
    params: { dealId: deal.id },
    ifMatch: deal.version,
    initial: {
      protection: settings.protection as string,
      series: known.standing.holds as readonly string[],
      benefit: settings.benefit,
      protectedUntil: dayInZone(now, timeZone, known.protectionDays.days),
      accountId: surest?.account.id ?? anew,
      opportunityId: anew,
      note: "",
    },
    toBody: ({ accountId, opportunityId, protectedUntil, ...rest }) => ({
      ...rest,
      // Left out, the day would be that of the rules; who emptied it or wrote no day is asked for one.
      protectedUntil: protectedUntil === "" ? "none" : protectedUntil,
      ...(opportunityId !== anew && { opportunityId }),
      ...(opportunityId === anew && accountId !== anew && { accountId }),
    }),
    onDone,
  });
}

export type ApprovalForm = ReturnType<typeof useApproval>;
export type ApprovalValues = ApprovalForm["values"];
