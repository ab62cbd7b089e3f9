import { z } from "zod";
import { protections, reasonKeys } from "../../engagement/contract.ts";
import { DaysGiven } from "../contract.ts";

/** What was decided, as it is kept until it is told and ever after. */
export const Terms = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("approve"),
    protection: z.enum(protections),
    series: z.array(z.string()),
    /** RFC 3339: the first instant that is not protected any more. */
    until: z.string(),
    /** How many days that is, and which level they came from; decisions of before do not say. */
    days: DaysGiven.nullable().default(null),
    benefit: z.string(),
    accountId: z.string().nullable(),
    opportunityId: z.string().nullable(),
    note: z.string().nullable(),
  }),
  z.object({ kind: z.literal("reject"), reasonKey: z.enum(reasonKeys), reason: z.string() }),
  z.object({ kind: z.literal("revoke"), reason: z.string() }),
]);
export type Terms = z.infer<typeof Terms>;
