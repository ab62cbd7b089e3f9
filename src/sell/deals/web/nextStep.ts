import { useLingui } from "@lingui/react/macro";
import { useNow } from "#ui/format/now.ts";
import { useReader } from "#ui/reader/reader.tsx";
import type { DealDetail, DealItem } from "../contract.ts";

const soonMs = 14 * 24 * 60 * 60 * 1000;

/** What the partner asked for lately, where the record itself is read. */
type Asked = Partial<Pick<DealDetail, "extensions" | "outcomes">>;

/** What is to be done next with a registration, and by whom; a master agent reads what its agent does next. */
export function useNextStep(): (deal: DealItem & Asked) => string | null {
  const { t } = useLingui();
  const reader = useReader();
  const { side, vendorName } = reader;
  const now = useNow();
  return (deal) => {
    const partner = deal.partner.id === reader.partner?.id ? null : deal.partner.name;
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
        if (deal.outcomes?.some(({ accepted }) => accepted === null))
          return t`${vendorName} confirms how it ended`;
        if (deal.extensions?.some(({ granted }) => granted === null))
          return t`${vendorName} answers about more time`;
        if (partner !== null) return t`${partner} closes the sale`;
        return endsSoon ? t`Ask for more time, or say how it ended` : t`Close the sale`;
      }
      case "expired":
      case "rejected":
        return partner === null ? t`Register it again if something changed` : null;
      default:
        return null;
    }
  };
}
