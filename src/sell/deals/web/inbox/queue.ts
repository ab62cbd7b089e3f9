import { useNavigate } from "@tanstack/react-router";
import { useEndpointList } from "#ui/api/query.ts";
import { listDeals } from "../../contract.ts";

export function placeToDecide(dealId: string): string {
  return `/deals/${dealId}/decide`;
}

interface Queue {
  /** Which one this is among those that wait, from 1; null where it is none of them. */
  place: number | null;
  length: number;
  /** Goes to the next that waits; undefined where this is the only one. */
  skip: (() => void) | undefined;
  /** Goes to the one before; undefined on the first. */
  back: (() => void) | undefined;
  /** After a decision: to the next, with a word about this one; to the inbox where none is left. */
  goOn: () => void;
}

/** The registrations that wait for the vendor, by deadline, from where one stands. */
export function useQueue(dealId: string): Queue {
  const navigate = useNavigate();
  const { rows } = useEndpointList(listDeals, {
    query: { view: "waits-for-vendor", sort: "decisionDueAt" },
  });
  const at = rows.findIndex(({ id }) => id === dealId);
  const before = at > 0 ? rows[at - 1] : undefined;
  const next = rows[at + 1] ?? rows.find(({ id }) => id !== dealId);
  return {
    place: at < 0 ? null : at + 1,
    length: rows.length,
    skip: next === undefined ? undefined : () => void navigate({ to: placeToDecide(next.id) }),
    back: before === undefined ? undefined : () => void navigate({ to: placeToDecide(before.id) }),
    goOn: () =>
      void navigate({
        to: next === undefined ? "/deals/inbox" : placeToDecide(next.id),
        search: { decided: dealId },
      }),
  };
}
