import { z } from "zod";
import { eventType } from "#platform/events/event.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { InstantJson, idJson, ListQuery, pageOf } from "#platform/http/wire.ts";
import { maxParticipants, wholeBasisPoints } from "./split.ts";

const tag = "Pay splits";
const oneSplit = z.object({ paySplitId: idJson("spl") });

export const states = ["open", "in-force", "replaced", "refused", "withdrawn"] as const;
export const SplitState = z
  .enum(states)
  .describe("open: waits for signatures or the vendor's word; replaced: another one came into force");

/** Several partners share the pay credit of a sale. A participant reads its own share and who else takes part. */
export const PaySplit = z
  .object({
    id: idJson("spl"),
    opportunity: z.object({ id: idJson("opp"), name: z.string() }),
    state: SplitState,
    terms: z.string(),
    participants: z
      .array(
        z.object({
          partner: z.object({ id: idJson("par"), name: z.string() }),
          shareBasisPoints: z
            .int()
            .nullable()
            .describe("40 % is 4000. Null where it is another participant's and the reader is a partner"),
          signed: z.object({ by: z.string(), at: InstantJson }).nullable(),
        }),
      )
      .describe(
        "In the order in which a cent that is left over is given, where two have an equal claim to it",
      ),
    waitsFor: z
      .enum(["signatures", "confirmation"])
      .nullable()
      .describe("Null where it waits for nobody, and where the reader is a partner who has signed"),
    proposedBy: z.string().nullable().describe("Vendor's side only"),
    proposedAt: InstantJson,
    confirmedBy: z.string().nullable().describe("Vendor's side only"),
    confirmedAt: InstantJson.nullable(),
    ended: z
      .object({ at: InstantJson, by: z.string().nullable(), reason: z.string().nullable() })
      .nullable()
      .describe("Refused, withdrawn or replaced. By whom: vendor's side only"),
    can: z.object({
      sign: z.boolean(),
      refuse: z.boolean().describe("Also after signing, until it is in force"),
      withdraw: z.boolean(),
      confirm: z.boolean(),
    }),
  })
  .meta({ id: "PaySplit" });
export type PaySplit = z.infer<typeof PaySplit>;

const reason = z.string().trim().min(1, "Give a reason.").max(1000);

export const listPaySplits = endpoint({
  method: "GET",
  path: "/pay-splits",
  summary: "Splits of pay credit, the newest first",
  tag,
  query: ListQuery.extend({
    opportunityId: idJson("opp").optional(),
    state: SplitState.optional(),
  }),
  response: pageOf(PaySplit),
});
export const getPaySplit = endpoint({
  method: "GET",
  path: "/pay-splits/{paySplitId}",
  summary: "One split, with its terms and who signed",
  tag,
  params: oneSplit,
  response: PaySplit,
});
export const proposePaySplit = endpoint({
  method: "POST",
  path: "/opportunities/{opportunityId}/pay-splits",
  summary: "Propose that several partners share the pay credit of a sale; each of them signs",
  tag,
  params: z.object({ opportunityId: idJson("opp") }),
  body: z.object({
    participants: z
      .array(
        z.object({
          partnerId: idJson("par"),
          shareBasisPoints: z
            .int()
            .min(1, "A share is at least a hundredth of a percent.")
            .max(wholeBasisPoints)
            .describe("40 % is 4000; all together 10000"),
        }),
      )
      .max(maxParticipants),
    terms: z.string().trim().min(1, "Say what was agreed.").max(4000).describe("Each participant signs it"),
  }),
  response: PaySplit,
  status: 201,
});
export const signPaySplit = endpoint({
  method: "POST",
  path: "/pay-splits/{paySplitId}/signature",
  summary: "Sign for one's company what was proposed",
  tag,
  params: oneSplit,
  response: PaySplit,
  status: 201,
});
export const refusePaySplit = endpoint({
  method: "POST",
  path: "/pay-splits/{paySplitId}/refusal",
  summary: "Refuse for one's company: the proposal is over",
  tag,
  params: oneSplit,
  body: z.object({ reason: reason.describe("The vendor reads it, the other participants do not") }),
  response: PaySplit,
  status: 201,
});
export const withdrawPaySplit = endpoint({
  method: "POST",
  path: "/pay-splits/{paySplitId}/withdrawal",
  summary: "Take a proposal back that is not in force yet",
  tag,
  params: oneSplit,
  body: z.object({ reason: reason.describe("The participants read it") }),
  response: PaySplit,
  status: 201,
});
export const confirmPaySplit = endpoint({
  method: "POST",
  path: "/pay-splits/{paySplitId}/confirmation",
  summary: "Bring a split that all have signed into force; runs from now on follow it",
  tag,
  params: oneSplit,
  response: PaySplit,
  status: 201,
});

const told = z.object({ name: z.string().describe("Of the opportunity") });

/** Each participant gets events of its own, which name nobody else and no share: sellers may read them. */
export const events = {
  splitProposed: eventType("pay_split.proposed", { reach: "money", payload: told }),
  splitSigned: eventType("pay_split.signed", { reach: "money", payload: told }),
  splitRefused: eventType("pay_split.refused", {
    reach: "money",
    payload: told.extend({ reason: z.string() }),
  }),
  splitWithdrawn: eventType("pay_split.withdrawn", {
    reach: "money",
    payload: told.extend({ reason: z.string() }),
  }),
  splitConfirmed: eventType("pay_split.confirmed", { reach: "money", payload: told }),
};
