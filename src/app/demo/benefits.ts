import * as benefits from "#ecosystem/benefits/contract.ts";
import { jobs as benefitJobs } from "#ecosystem/benefits/index.ts";
import { listPrograms } from "#ecosystem/programs/contract.ts";
import type { VendorContext } from "#platform/principal.ts";
import { manualClock } from "#platform/time/clock.ts";
import type { createCallers } from "../caller.ts";
import type { Hanse } from "../hanse.ts";
import { businessMorning } from "./days.ts";
import { principal } from "./people.ts";

type Callers = ReturnType<typeof createCallers>;

interface Story {
  benefit: string;
  quantity?: string;
  purpose: string;
  /** How many days ago it was asked for. */
  ago: number;
  becomes?: Ending;
}

type Ending =
  | { kind: "granted"; used?: readonly string[]; reason?: string; reversed?: string; quantity?: string }
  | { kind: "declined"; reason: string }
  | { kind: "withdrawn" };

const funds = (quantity: string, purpose: string, ago: number, becomes?: Ending): Story => ({
  benefit: "marketing-funds",
  quantity,
  purpose,
  ago,
  ...(becomes && { becomes }),
});
const sandbox = (quantity: string, purpose: string, ago: number, becomes?: Ending): Story => ({
  benefit: "sandbox",
  quantity,
  purpose,
  ago,
  ...(becomes && { becomes }),
});

/** Requests in every state: waiting, granted and in use, used up, about to end, over, declined, withdrawn, reversed. */
const stories: Readonly<Record<string, { program: string; told: readonly Story[] }>> = {
  "service provider": {
    program: "Managed services",
    told: [
      sandbox("1", "Training of two new administrators", 140, {
        kind: "granted",
        used: ["1"],
        reason: "Have a good start.",
      }),
      funds("1500.00", "Open day for plants around Kassel", 172, { kind: "granted", used: ["900.00"] }),
      sandbox("2", "Trial of the new release with two customers", 2),
      funds("800.00", "Mailing to dairies in Hesse", 1),
    ],
  },
  "service provider in Arabic": {
    program: "Managed services",
    told: [
      funds("1200.00", "Stand at the industry fair in Sharjah", 200, { kind: "granted", used: ["700.00"] }),
      funds("2000.00", "Campaign with a local paper", 60, {
        kind: "granted",
        quantity: "1000.00",
        reason: "Half of it, as talked about on the phone.",
        reversed: "It was meant for another company of a similar name.",
      }),
      funds("900.00", "Breakfast for hospital managers", 30, { kind: "granted", used: ["300.00"] }),
      sandbox("1", "To look at reports", 20, {
        kind: "declined",
        reason: "The demonstration installation does for that; no sandbox is needed.",
      }),
      sandbox("1", "Integration test with a billing system", 9, { kind: "withdrawn" }),
    ],
  },
  "sub-agent": {
    program: "Agent tiers",
    told: [
      {
        benefit: "demo-units",
        quantity: "1",
        purpose: "A trial at Konex, four weeks",
        ago: 12,
        becomes: { kind: "granted" },
      },
      { benefit: "demo-units", quantity: "1", purpose: "A trial at Kan-code", ago: 1 },
    ],
  },
};

/** Lives through the requests, each step on its own day; the clock ends what has ended. */
export async function askForBenefits(
  hanse: Hanse,
  callers: Callers,
  vendor: VendorContext,
  today: Temporal.PlainDate,
): Promise<void> {
  const manager = await principal(hanse, "channel manager");
  const { items } = await callers(manager).call(listPrograms);
  const programs = new Map(items.map(({ name, id }) => [name, id]));
  for (const [role, { program, told }] of Object.entries(stories)) {
    const asker = await principal(hanse, role);
    const programId = programs.get(program) ?? "";
    for (const story of told) {
      const asked = businessMorning(today.subtract({ days: story.ago }));
      const { id } = await callers(asker, manualClock(asked)).call(benefits.requestBenefit, {
        body: {
          programId,
          benefit: story.benefit,
          purpose: story.purpose,
          ...(story.quantity && { quantity: story.quantity }),
        },
      });
      const at = (hours: number) => manualClock(asked.add({ hours }));
      const partner = (hours: number) => callers(asker, at(hours));
      await end(id, story.becomes, { partner, vendor: (hours) => callers(manager, at(hours)) });
    }
  }
  for (const clock of benefitJobs(hanse)) await clock.run?.(vendor, {});
}

interface Sides {
  partner: (hours: number) => ReturnType<Callers>;
  vendor: (hours: number) => ReturnType<Callers>;
}

async function end(requestId: string, becomes: Ending | undefined, by: Sides): Promise<void> {
  const params = { requestId };
  if (becomes === undefined) return;
  if (becomes.kind === "withdrawn") {
    await by.partner(3).call(benefits.withdrawBenefitRequest, { params });
    return;
  }
  if (becomes.kind === "declined") {
    await by.vendor(3).call(benefits.declineBenefit, { params, body: { reason: becomes.reason } });
    return;
  }
  const { quantity, reason } = becomes;
  const granted = await by.vendor(3).call(benefits.grantBenefit, {
    params,
    body: { ...(quantity && { quantity }), ...(reason && { reason }) },
  });
  const usedOn = Temporal.Instant.from(granted.decidedAt ?? granted.requestedAt)
    .toZonedDateTimeISO("UTC")
    .toPlainDate()
    .toString();
  for (const used of becomes.used ?? []) {
    await by.partner(5).call(benefits.useBenefit, { params, body: { quantity: used, usedOn } });
  }
  if (becomes.reversed !== undefined)
    await by.vendor(29).call(benefits.reverseBenefit, { params, body: { reason: becomes.reversed } });
}
