import { z } from "zod";
import { Ladder } from "#ecosystem/ladders/contract.ts";
import { MoneyJson, MonthJson } from "#platform/http/wire.ts";
import { Component, PlanRules } from "./contract.ts";
import { Evidence } from "./evidence.ts";
import { Step } from "./outcome.ts";
import { Entry } from "./settle.ts";

/*
 * The receipt of one line: everything from which its amount follows, so that whoever holds it can recompute it
 * without Hanse. It shows the rules of the line's own component and facts that its beneficiary may see, nothing of
 * what others earn.
 */

const Named = z.strictObject({ id: z.string(), name: z.string() });

/** The vendor, and the zone (IANA name) in which its days begin. */
export const ReceiptVendor = z.strictObject({ id: z.string(), name: z.string(), zone: z.string() });
export type ReceiptVendor = z.infer<typeof ReceiptVendor>;

export const Receipt = z
  .strictObject({
    format: z.literal("hanse-receipt/1"),
    vendor: ReceiptVendor,
    /** `adjusts` is the first line that an adjustment or reversal refers to; `period` the month it is booked in. */
    earning: z.strictObject({
      adjusts: z.string().nullable(),
      component: z.string(),
      entry: Entry,
      id: z.string(),
      period: MonthJson,
    }),
    beneficiary: Named,
    facts: Evidence,
    /** The rules hold the line's own component alone, none once the plan has ended it; `ladder` is the one that was read. */
    plan: z.strictObject({
      id: z.string(),
      ladder: z.strictObject({ id: z.string(), ladder: Ladder, version: z.int() }).nullable(),
      name: z.string(),
      rules: PlanRules.extend({ components: z.array(Component).max(1) }),
      version: z.int(),
    }),
    steps: z.array(Step),
    /** What was booked of the same win, component and beneficiary before this line. */
    bookedBefore: MoneyJson,
    /** What this line books. */
    result: MoneyJson,
    /** SHA-256, in hexadecimal, of the canonical JSON (RFC 8785) of all the rest. */
    digest: z.string().regex(/^[0-9a-f]{64}$/, "A digest has 64 hexadecimal digits."),
  })
  .meta({ id: "Receipt" });
export type Receipt = z.infer<typeof Receipt>;
