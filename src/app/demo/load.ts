import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Papa from "papaparse";
import * as accounts from "#ecosystem/accounts/contract.ts";
import { closeSetup, createVendor } from "#ecosystem/vendors/index.ts";
import { releaseDue } from "#incentivize/earnings/index.ts";
import { PlanFile } from "#incentivize/plans/contract.ts";
import * as plans from "#incentivize/plans/wire.ts";
import { refreshStatistics } from "#platform/database/statistics.ts";
import type { VendorContext } from "#platform/principal.ts";
import { manualClock } from "#platform/time/clock.ts";
import { demoDeals } from "../../../sample/demo-deals.ts";
import { freeCustomers } from "../../../sample/free-customers.ts";
import { exportDays, shiftDay, shiftMonthsFor, writeShifted } from "../../../sample/shift.ts";
import { type Caller, createCallers } from "../caller.ts";
import type { Hanse } from "../hanse.ts";
import { askForBenefits } from "./benefits.ts";
import { showBrand } from "./brand.ts";
import { bring } from "./files.ts";
import { adaptFramework } from "./framework.ts";
import { playMonths } from "./months.ts";
import { tellEverybody } from "./notices.ts";
import { bringFurtherPartners, speak } from "./partners.ts";
import { admit, type Persona, personaOf, principal } from "./people.ts";
import { placePartners } from "./places.ts";
import { setEuroPrices } from "./prices.ts";
import {
  draftNextVersion,
  enterProviderFacts,
  publishAgentProgram,
  publishProviderProgram,
} from "./programs.ts";
import { registerDeals } from "./registrations.ts";
import { reverseThree } from "./reversals.ts";
import { reviewTiers, reviewToday } from "./reviews.ts";
import { shareDeals } from "./shared.ts";
import { translateTexts } from "./texts.ts";
import { logTouchpoints } from "./touchpoints.ts";

const sampleFolder = fileURLToPath(new URL("../../../sample", import.meta.url));
const crm = (name: string) => ({ path: join(sampleFolder, "crm", name) });

/** What the demo's people are told, and `data/demo.json` holds. */
export interface Demo {
  shiftMonths: number;
  personas: Persona[];
  /** At whom nobody has registered anything: a first registration can win there. */
  freeCustomers: { name: string; country: string; website: string }[];
}

const roles = [
  "vendor admin",
  "channel manager",
  "finance",
  "finance controller",
  "direct seller",
  "master agent",
  "sub-agent",
  "competing sub-agent",
  "service provider",
  "service provider in Arabic",
] as const;

/** Loads the sample programme into an empty installation, as its people would: imports, plan, months, statements, payouts. */
export async function loadSample(hanse: Hanse, password: string, say: (line: string) => void): Promise<Demo> {
  const today = hanse.clock.now().toZonedDateTimeISO("UTC").toPlainDate();
  const shiftMonths = shiftMonthsFor(today.toString(), exportDays.lastClose);
  const since = shiftDay(exportDays.programmeStart, shiftMonths);
  const vendor = await found(hanse, password);
  const callers = createCallers(hanse);
  const personas: Persona[] = [];
  for (const role of roles.slice(0, 5)) personas.push(await admit(hanse, vendor, role, password));
  // A version that came after a month was posted would ask for that month's adjustment.
  const admin = callers(await principal(hanse, "vendor admin"), manualClock(`${since}T09:00:00Z`));
  const manager = callers(await principal(hanse, "channel manager"));

  await showBrand(callers(await principal(hanse, "vendor admin")), sampleFolder);

  say("Bringing in partners, products and accounts …");
  await bringNouns(manager, since);
  await placePartners({ admin, manager }, since, today);
  const further = await bringFurtherPartners(manager, since);
  for (const role of roles.slice(5)) personas.push(await admit(hanse, vendor, role, password));
  const planId = await publishPlan(admin, since);
  const then = callers(await principal(hanse, "channel manager"), manualClock(`${since}T09:00:00Z`));
  const providers = await publishProviderProgram({ admin, manager: then }, since, today);

  say("Bringing in 8,800 opportunities …");
  await bringOpportunities(hanse, manager, shiftMonths, today.toString());

  await refreshStatistics(hanse.ownerPool, [
    "opportunity",
    "opportunity_line",
    "win",
    "fact",
    "partner_account",
  ]);
  // Before the months, so that the run of its month books what a registration has won.
  await registerDeals(hanse, callers, today);
  say("Deciding who had which level …");
  await enterProviderFacts(manager, further, today);
  await reviewTiers(hanse, vendor, since, today);
  say("Playing the months: runs, statements, payouts …");
  const finance = await principal(hanse, "finance");
  const controller = await principal(hanse, "finance controller");
  const people = {
    finance: (clock: Parameters<typeof callers>[1]) => callers(finance, clock),
    controller: (clock: Parameters<typeof callers>[1]) => callers(controller, clock),
  };
  await playMonths(people, planId, today);
  await hanse.door.withJob(vendor, releaseDue);
  await shareDeals(hanse, callers, today);
  await reverseThree({ manager, finance: callers(finance) }, planId);
  await logTouchpoints(hanse, callers, today);
  await speak(callers(await principal(hanse, "service provider")), "de");
  await speak(callers(await principal(hanse, "service provider in Arabic")), "ar");
  await translateTexts(hanse, vendor, { admin: callers(await principal(hanse, "vendor admin")), manager });
  say("Playing the programs: benefits, what countries do otherwise …");
  await askForBenefits(hanse, callers, vendor, today);
  await draftNextVersion(callers(await principal(hanse, "vendor admin")), providers, today);
  await adaptFramework(hanse, callers, today);
  await reviewToday(hanse, vendor);
  await tellEverybody(hanse, vendor, today);
  return {
    shiftMonths,
    personas,
    freeCustomers: freeCustomers.map(({ name, country, website }) => ({ name, country, website })),
  };
}

async function found(hanse: Hanse, password: string): Promise<VendorContext> {
  const admin = personaOf("vendor admin");
  const vendor = { name: "Ferrum Systems", timezone: "UTC", currency: "USD" };
  const { vendorId } = await createVendor(hanse.door, {
    ...vendor,
    admin: { name: admin.name, email: admin.email, password },
  });
  await closeSetup(hanse.ownerPool);
  return { id: vendorId, ...vendor, fiscalYearStartMonth: 1, modulesOff: [] };
}

async function bringNouns(manager: Caller, since: string): Promise<void> {
  await bring(manager, { kind: "products", name: "products.csv", from: crm("products.csv") });
  await setEuroPrices(manager);
  await bring(manager, {
    kind: "accounts",
    name: "accounts.csv",
    from: crm("accounts.csv"),
    values: { sector: { technolgy: "technology" }, country: { Philipines: "PH", Korea: "KR" } },
  });
  for (const { website: _website, ...customer } of freeCustomers)
    await manager.call(accounts.createAccount, { body: customer });
  await bring(manager, {
    kind: "partners",
    name: "partners.csv",
    from: { path: join(sampleFolder, "partners.csv") },
    options: { "effective-from": since },
  });
}

async function bringOpportunities(
  hanse: Hanse,
  manager: Caller,
  shiftMonths: number,
  today: string,
): Promise<void> {
  const shifted = join(hanse.config.dataFolder, "sales_pipeline.csv");
  await writeShifted(crm("sales_pipeline.csv").path, shifted, shiftMonths);
  await bring(manager, {
    kind: "opportunities",
    name: "sales_pipeline.csv",
    from: { path: shifted },
    values: { product: { GTXPro: "GTX Pro" } },
    opening: {
      reason: "Opening balance: the agents' deals as the CRM had them when the programme moved here.",
    },
  });
  await bring(manager, {
    kind: "opportunities",
    name: "demo-deals.csv",
    from: { text: Papa.unparse(demoDeals(today)) },
    opening: {
      reason: "Deals of the demo's own, dated in the current quarter, so that something is always under way.",
    },
  });
}

/** The agents' ladder and the sample plan, both in force since before the first deal. */
async function publishPlan(admin: Caller, since: string): Promise<string> {
  const file = PlanFile.parse(
    JSON.parse(await readFile(join(sampleFolder, "agent-programme.plan.json"), "utf8")),
  );
  for (const ladder of file.ladders) await publishAgentProgram(admin, ladder, since);
  const plan = await admin.call(plans.createPlan, {
    body: { name: file.name, rules: file.rules, effectiveFrom: since },
  });
  await admin.call(plans.publishPlan, { params: { planId: plan.id } });
  return plan.id;
}
