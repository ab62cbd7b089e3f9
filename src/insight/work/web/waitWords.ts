import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#ui/format/useFormat.ts";
import type { Wait } from "../contract.ts";

/** What waits, as a sentence to press: the verb, how many, of which month. */
export function useWaitWords(): (wait: Wait) => string {
  const { t } = useLingui();
  const format = useFormat();
  return ({ kind, count, period }) => {
    const month = period === null ? "" : format.month(period);
    switch (kind) {
      case "batches-to-release":
        return t`${plural(count, { one: "Release a payout batch", other: "Release # payout batches" })}`;
      case "payees-to-pay":
        return t`${plural(count, { one: "Record the payment of a partner", other: "Record the payments of # partners" })}`;
      case "payouts-to-make":
        return t`${plural(count, { one: "Make a payout batch for a partner", other: "Make a payout batch for # partners" })}`;
      case "statements-to-close":
        return t`${plural(count, { one: `Close the ${month} statement of a partner`, other: `Close the ${month} statements of # partners` })}`;
      case "months-to-run":
        return count === 1 ? t`Run ${month}` : t`Run ${count} months, the first of them ${month}`;
      case "changes-to-book":
        return t`${plural(count, { one: "Adjust a win that changed after it was booked", other: "Adjust # wins that changed after they were booked" })}`;
      case "problem-wins":
        return t`${plural(count, { one: "Mend a win that a run could not turn into money", other: "Mend # wins that a run could not turn into money" })}`;
      case "imports-to-finish":
        return t`${plural(count, { one: "Finish an import", other: "Finish # imports" })}`;
      case "deals-to-decide":
        return t`${plural(count, { one: "Decide a registration", other: "Decide # registrations" })}`;
      case "deals-overdue-to-answer":
        return t`${plural(count, { one: "Answer a registration whose time is over", other: "Answer # registrations whose time is over" })}`;
      case "deal-requests-to-decide":
        return t`${plural(count, { one: "Answer what a partner asks for its protected deal", other: "Answer what partners ask for # protected deals" })}`;
      case "touchpoints-to-confirm":
        return t`${plural(count, { one: "Confirm a touchpoint of a partner", other: "Confirm # touchpoints of partners" })}`;
      case "benefits-to-decide":
        return t`${plural(count, { one: "Decide a request of a benefit", other: "Decide # requests of benefits" })}`;
      case "deals-overdue":
        return t`${plural(count, { one: "Ask after a deal that should have closed", other: "Ask after # deals that should have closed" })}`;
      case "overrides-to-approve":
        return t`${plural(count, { one: "Approve or decline an override of a region", other: "Approve or decline # overrides of regions" })}`;
      case "overrides-ending":
        return t`${plural(count, { one: "Renew an override that ends within 30 days, or let it end", other: "Renew # overrides that end within 30 days, or let them end" })}`;
      case "levels-at-risk":
        return t`${plural(count, { one: "Help a partner whose level is at risk at the next review", other: "Help # partners whose level is at risk at the next review" })}`;
      case "acknowledgements-missing":
        return t`${plural(count, { one: "Ask a partner to acknowledge the program year", other: "Ask # partners to acknowledge the program year" })}`;
      case "specializations-to-decide":
        return t`${plural(count, { one: "Decide about a specialization", other: "Decide about # specializations" })}`;
      case "specializations-ending":
        return t`${plural(count, { one: "Apply for the renewal of a specialization that ends soon", other: "Apply for the renewal of # specializations that end soon" })}`;
      case "drafts-to-publish":
        return t`${plural(count, { one: "Publish the draft of a plan", other: "Publish the drafts of # plans" })}`;
      case "invitations-pending":
        return t`${plural(count, { one: "An invitation is not accepted yet", other: "# invitations are not accepted yet" })}`;
      case "questions-to-answer":
        return t`${plural(count, { one: "Answer a question about a registration", other: "Answer questions about # registrations" })}`;
      case "protections-ending":
        return t`${plural(count, { one: "Close or extend a deal whose protection ends within 14 days", other: "Close or extend # deals whose protection ends within 14 days" })}`;
      case "splits-to-sign":
        return t`${plural(count, { one: "Sign or refuse a split of pay credit", other: "Sign or refuse # splits of pay credit" })}`;
      case "years-to-acknowledge":
        return t`${plural(count, { one: "Read and acknowledge this year of a program", other: "Read and acknowledge this year of # programs" })}`;
      case "touchpoints-contested":
        return t`${plural(count, { one: "Say more about a contested touchpoint", other: "Say more about # contested touchpoints" })}`;
      case "benefits-ending":
        return t`${plural(count, { one: "Use a benefit that ends within 14 days", other: "Use # benefits that end within 14 days" })}`;
      case "registrations-to-finish":
        return t`${plural(count, { one: "Finish the draft of a registration", other: "Finish # drafts of registrations" })}`;
    }
  };
}

/** Where it is done: the record, where it is one alone, otherwise the list. */
export function placeOf({ kind, record, period }: Wait): string {
  switch (kind) {
    case "batches-to-release":
    case "payees-to-pay":
      return record === null ? "/payouts" : `/payouts/${record}`;
    case "payouts-to-make":
      return "/payouts/new";
    case "statements-to-close":
      return period === null ? "/statements" : `/statements/close/${period}`;
    case "months-to-run":
      return "/runs";
    case "changes-to-book":
    case "problem-wins":
      return record === null ? "/runs" : `/runs/${record}`;
    case "imports-to-finish":
      return record === null ? "/imports" : `/imports/${record}`;
    case "deals-to-decide":
      return record === null ? "/deals/inbox" : `/deals/${record}/decide`;
    case "deals-overdue-to-answer":
      return record === null ? "/deals/inbox?tab=overdue" : `/deals/${record}/decide`;
    case "deal-requests-to-decide":
      return record === null ? "/deals/inbox?tab=requests" : `/deals/${record}/decide`;
    case "touchpoints-to-confirm":
      return record === null ? "/touchpoints" : `/touchpoints/${record}`;
    case "benefits-to-decide":
      return record === null ? "/benefits" : `/benefits/${record}`;
    case "deals-overdue":
      return record === null ? "/opportunities?meaning=open" : `/opportunities/${record}`;
    case "overrides-to-approve":
      return record === null ? "/program-overrides?state=proposed" : `/program-overrides/${record}`;
    case "overrides-ending":
      return record === null ? "/program-overrides?endsSoon=yes" : `/program-overrides/${record}`;
    case "levels-at-risk":
      return record === null ? "/programs" : `/programs/${record}/tiers?view=warned`;
    case "acknowledgements-missing":
      return record === null ? "/programs" : `/programs/${record}?tab=acknowledged`;
    case "specializations-to-decide":
      return record === null ? "/specializations?state=open" : `/specialization-applications/${record}`;
    case "specializations-ending":
      return "/specializations";
    case "drafts-to-publish":
      return record === null ? "/plans" : `/plans/${record}`;
    case "invitations-pending":
      return "/people?tab=invited&state=pending";
    case "questions-to-answer":
      return record === null ? "/deals?state=needs-information" : `/deals/${record}`;
    case "protections-ending":
      return record === null ? "/deals?view=protected" : `/deals/${record}`;
    case "splits-to-sign":
      return record === null ? "/pay-splits" : `/pay-splits/${record}`;
    case "years-to-acknowledge":
      return "/programs";
    case "touchpoints-contested":
      return record === null ? "/touchpoints?state=contested" : `/touchpoints/${record}`;
    case "benefits-ending":
      return record === null ? "/benefits?tab=asked&state=granted" : `/benefits/${record}`;
    case "registrations-to-finish":
      return record === null ? "/deals?state=draft" : `/deals/${record}/edit`;
  }
}
