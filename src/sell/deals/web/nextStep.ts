import { useLingui } from "@lingui/react/macro";
import { useNow } from "#ui/format/now.ts";
import { useReader } from "#ui/reader/reader.tsx";
import type { DealItem } from "../contract.ts";

const soonMs = 14 * 24 * 60 * 60 * 1000;

/** What is to be done next with a registration, and by whom; null where nothing is. */
export function useNextStep(): (deal: DealItem) => string | null {
  const { t } = useLingui();
  const { side, vendorName } = useReader();
  const now = useNow();
  return (deal) => {
    const partner = side === "partner" ? null : deal.partner.name;
    switch (deal.state) {
      case "draft":
        return t`Finish and register`;
      case "submitted":
        return side === "partner" ? t`${vendorName} looks at it` : t`Take it into review`;
      case "in-review":
        return side === "partner" ? t`${vendorName} decides` : t`Decide`;
      case "needs-information":
        return partner === null ? t`Answer the question` : t`${partner} answers`;
      case "approved": {
        const endsSoon = deal.protection !== null && Date.parse(deal.protection.until) - now < soonMs;
        if (side !== "partner") return null;
        return endsSoon ? t`Ask for more time, or say how it ended` : t`Close the sale`;
      }
      case "expired":
      case "rejected":
        return side === "partner" ? t`Register anew if it changed` : null;
      default:
        return null;
    }
  };
}
