import * as facts from "#ecosystem/facts/contract.ts";
import * as overrides from "#ecosystem/overrides/contract.ts";
import * as programs from "#ecosystem/programs/contract.ts";
import * as specializations from "#ecosystem/specializations/contract.ts";
import { toPublicId } from "#platform/ids.ts";
import { manualClock } from "#platform/time/clock.ts";
import type { createCallers } from "../caller.ts";
import type { Hanse } from "../hanse.ts";
import { businessMorning } from "./days.ts";
import { principal } from "./people.ts";

type Callers = ReturnType<typeof createCallers>;

/**
 * What countries do otherwise: one override in force, one that ends soon and one that waits for an administrator; and
 * what companies are specialized in: one held that ends soon, one applied for, one that nobody has.
 */
export async function adaptFramework(
  hanse: Hanse,
  callers: Callers,
  today: Temporal.PlainDate,
): Promise<void> {
  await overrideSome(hanse, callers, today);
  await specializeSome(hanse, callers, today);
}

async function overrideSome(hanse: Hanse, callers: Callers, today: Temporal.PlainDate): Promise<void> {
  const before = manualClock(businessMorning(today.subtract({ days: 80 })).toString());
  const admin = callers(await principal(hanse, "vendor admin"), before);
  const manager = callers(await principal(hanse, "channel manager"));
  const { items } = await admin.call(programs.listPrograms, { query: { limit: 1 } });
  const programId = items[0]?.id ?? "";
  const begun = businessMorning(today.subtract({ days: 80 }))
    .toZonedDateTimeISO("UTC")
    .toPlainDate();
  const say = (
    by: typeof admin,
    country: string,
    days: number,
    reason: string,
    from: string,
    until: string,
  ) =>
    by.call(overrides.proposeOverride, {
      params: { programId },
      body: {
        scope: { kind: "country", key: country },
        parameter: "protection-days",
        value: { kind: "days", days },
        reason,
        from,
        until,
      },
    });
  const soon = today.add({ days: 19 }).toString();
  const later = today.add({ months: 9 }).toString();
  await say(admin, "JP", 120, "Public buyers take longer there.", begun.toString(), later);
  await say(admin, "BR", 60, "Deals are closed faster since the new office.", begun.toString(), soon);
  await say(manager, "DE", 120, "Tenders of cities run for half a year.", today.toString(), later);
}

async function specializeSome(hanse: Hanse, callers: Callers, today: Temporal.PlainDate): Promise<void> {
  const lastYear = manualClock(businessMorning(today.subtract({ months: 11 })).toString());
  const admin = callers(await principal(hanse, "vendor admin"), lastYear);
  const agentIs = await principal(hanse, "sub-agent");
  const rival = callers(await principal(hanse, "competing sub-agent"));
  const define = (key: string, label: string, summary: string, requires: string, background: string) =>
    admin.call(specializations.createSpecialization, {
      body: {
        key,
        label,
        summary,
        requires,
        validMonths: 12,
        warnDays: 60,
        badge: { background, text: "#ffffff" },
        open: true,
      },
    });
  const service = await define(
    "field-service",
    "Field service",
    "They repair on the spot what they sold.",
    "all(certified_heads >= 2, any(references >= 3, satisfaction >= 4.5))",
    "#125f69",
  );
  await define(
    "plant-design",
    "Plant design",
    "They plan whole plants.",
    "all(audit_passed >= 1, points(70, 40: references >= 5, 30: certified_heads >= 4, 30: satisfaction >= 4))",
    "#5b3fb5",
  );
  const measured = callers(await principal(hanse, "channel manager"), lastYear);
  for (const [kind, value] of [
    ["certified_heads", "3"],
    ["satisfaction", "4.6"],
  ] as const) {
    await measured.call(facts.enterFact, {
      body: {
        partnerId: toPublicId("par", agentIs.partnerId ?? ""),
        kind,
        value,
        note: "Partner survey and the list of certificates.",
      },
    });
  }
  const ask = { specializationId: service.id };
  const applied = await callers(agentIs, lastYear).call(specializations.applyForSpecialization, {
    body: { ...ask, note: "Three of us are certified." },
  });
  const params = { applicationId: applied.id };
  await admin.call(specializations.awardSpecialization, { params, body: {} });
  await rival.call(specializations.applyForSpecialization, {
    body: { ...ask, note: "Our second engineer has the exam next week." },
  });
}
