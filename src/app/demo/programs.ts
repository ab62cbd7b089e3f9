import * as facts from "#ecosystem/facts/contract.ts";
import type { Ladder } from "#ecosystem/ladders/contract.ts";
import * as overrides from "#ecosystem/overrides/contract.ts";
import * as programs from "#ecosystem/programs/contract.ts";
import { agentBenefits } from "../../../sample/agent-benefits.ts";
import { type ProviderStory, providerStories, regionalWords } from "../../../sample/service-providers.ts";
import type { Caller } from "../caller.ts";

/** The agents' programme: its ladder, who is in it, and what it gives beside money. */
export async function publishAgentProgram(admin: Caller, ladder: Ladder, since: string): Promise<void> {
  const { id } = await admin.call(programs.beginProgram, { body: { name: ladder.label } });
  const change = (document: Record<string, unknown>) => ({
    ...document,
    ladder,
    summary: "For agents who sell on commission, and for the masters above them.",
    criteria: { types: ["master-agent", "sub-agent", "direct-agent"], regions: [] },
    benefits: agentBenefits,
  });
  await publish(admin, id, change, since);
}

/**
 * The programme for service providers, from its template, in force since the programme began; what DACH does otherwise;
 * and the next version as a draft, which takes something away.
 */
export async function publishProviderProgram(
  { admin, manager }: { admin: Caller; manager: Caller },
  since: string,
  today: Temporal.PlainDate,
): Promise<string> {
  const { id } = await admin.call(programs.beginProgram, {
    body: { name: "Managed services", template: "msp" },
  });
  await publish(admin, id, (document) => document, since);
  const params = { programId: id };
  const scope = { kind: "region", key: regionalWords.region } as const;
  const until = today.add({ days: 340 }).toString();
  const { threshold, rate } = regionalWords;
  const { id: proposed } = await manager.call(overrides.proposeOverride, {
    params,
    body: {
      scope,
      parameter: "threshold:Advanced:managed",
      value: { kind: "threshold", amounts: [{ number: threshold.managed, currency: "USD" }] },
      reason: threshold.reason,
      from: since,
      until,
    },
  });
  await admin.call(overrides.approveOverride, { params: { overrideId: proposed } });
  await admin.call(overrides.proposeOverride, {
    params,
    body: {
      scope,
      parameter: "benefit:rate:Advanced",
      value: { kind: "benefit", value: rate.percent },
      reason: rate.reason,
      from: since,
      // Near its end, so that it stands among those to look at.
      until: today.add({ days: 21 }).toString(),
    },
  });
  return id;
}

/** The next version, which nobody has published: a lower rate at the top, to be told well ahead. */
export async function draftNextVersion(
  admin: Caller,
  programId: string,
  today: Temporal.PlainDate,
): Promise<void> {
  const params = { programId };
  const draft = await admin.call(programs.beginProgramDraft, { params });
  const document = programs.ProgramDocument.parse(draft.document);
  const benefits = document.benefits.map((benefit) =>
    benefit.key === "rate" ? { ...benefit, values: { ...benefit.values, Premier: "27" } } : benefit,
  );
  await admin.call(programs.writeProgramDraft, {
    params,
    ifMatch: draft.version,
    body: {
      document: { ...document, benefits },
      effectiveFrom: today.add({ months: 4 }).with({ day: 1 }).toString(),
    },
  });
}

async function publish(
  admin: Caller,
  programId: string,
  change: (document: Record<string, unknown>) => Record<string, unknown>,
  effectiveFrom: string,
): Promise<void> {
  const params = { programId };
  const draft = await admin.call(programs.getProgramDraft, { params });
  const written = await admin.call(programs.writeProgramDraft, {
    params,
    ifMatch: draft.version,
    body: { document: change(draft.document), effectiveFrom },
  });
  await admin.call(programs.publishProgram, { params, ifMatch: written.version });
}

const quartersBack = 10;

/** What service providers are measured by, as people enter it until a feature owns it. */
export async function enterProviderFacts(
  manager: Caller,
  ids: ReadonlyMap<string, string>,
  today: Temporal.PlainDate,
): Promise<void> {
  const longAgo = today.subtract({ months: 3 * quartersBack }).toString();
  for (const story of providerStories) {
    const partnerId = ids.get(story.name);
    if (partnerId === undefined) throw new Error(`The sample has no partner ${story.name}.`);
    const enter = (kind: string, value: string, countsOn: string, note: string, currency?: string) =>
      manager.call(facts.enterFact, {
        body: { partnerId, kind, value, countsOn, note, ...(currency && { currency }) },
      });
    for (let back = 1; back <= quartersBack; back++) {
      const countsOn = today.subtract({ months: 3 * back }).toString();
      await enter("managed_value", story.managedPerQuarter, countsOn, "Monthly usage report", "USD");
    }
    for (const [kind, value, note] of standingOf(story)) await enter(kind, value, longAgo, note);
    // Since then it owes: what it had stays, and rests.
    if (story.overdue !== null) {
      const countsOn = today.subtract({ months: 13 }).toString();
      await enter("overdue_balance", story.overdue, countsOn, "Ageing list of accounts receivable", "USD");
    }
  }
}

function standingOf({ certified, satisfaction, audited }: ProviderStory): [string, string, string][] {
  return [
    ["agreement_signed", "1", "Managed services agreement, signed on paper"],
    ["certified_heads", certified, "List of certificates of the training partner"],
    ["satisfaction", satisfaction, "Yearly survey of its customers"],
    ...(audited ? [["audit_passed", "1", "Report of the yearly audit"] as [string, string, string]] : []),
  ];
}
