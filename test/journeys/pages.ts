import { persona, told } from "./told.ts";

/** Every page of the route tables, as a person for whom it is made; `{…}` is the first record of that list. */
const lists: Readonly<Record<string, readonly string[]>> = {
  "vendor admin": [
    "/people",
    "/people?tab=invited",
    "/people/invite",
    "/people/{people}",
    "/settings",
    "/settings?tab=brand",
    "/settings?tab=modules",
    "/texts",
    "/regions",
    "/fact-kinds",
    "/texts?tab=mails",
    "/rules-of-engagement/new",
    "/program-overrides",
    "/program-overrides/new",
    "/specializations",
    "/specializations?tab=held",
    "/specializations?tab=defined",
    "/specializations/new",
    "/specializations/{specializations}",
    "/specialization-applications/{specialization-applications}",
    "/specialization-awards/{specialization-awards}",
    "/api-keys",
    "/profile",
    "/notices",
    "/partners/new",
    "/plans/new",
    "/plans/new?tab=file",
    "/programs/{programs}/tiers",
    "/programs/{programs}/back-test",
    "/partners/{partners}/standing",
    "/programs",
    "/programs/new",
    "/programs/{programs}",
    "/programs/{programs}?tab=members",
    "/programs/{programs}?tab=versions",
    "/programs/{drafted}/draft?tab=levels",
    "/programs/{drafted}?tab=acknowledged",
    "/plans/{plans}/draft",
    "/payouts/{payouts}",
  ],
  "channel manager": [
    "/",
    "/accounts",
    "/accounts/{accounts}",
    "/products",
    "/partners",
    "/partners/{partners}",
    "/partners/{partners}?tab=facts",
    "/opportunities",
    "/opportunities/{opportunities}",
    "/opportunities/new",
    "/opportunities/{opportunities}/edit",
    "/deals",
    "/deals/new",
    "/deals/{deals}",
    "/imports",
    "/imports/{imports}",
    "/deals/inbox",
    "/pay-splits",
    "/pay-splits/{pay-splits}",
    "/deals/inbox?tab=partner",
    "/deals/inbox?tab=late",
    "/deals/pace",
    "/accounts/protected",
    "/deals/{deals?view=waits-for-vendor}/decide",
    "/deals/{deals?view=protected}/decide",
    "/rules-of-engagement",
    "/rules-of-engagement?tab=versions",
    "/rules-of-engagement?tab=named",
    "/rules-of-engagement?tab=tenders",
    "/rules-of-engagement?tab=compare",
    "/touchpoints",
    "/touchpoints?tab=all",
    "/touchpoints/{touchpoints?view=to-confirm}",
    "/benefits",
    "/benefits?tab=all",
    "/benefits/{benefit-requests?state=requested}",
    "/benefits/{benefit-requests?state=expired}",
    "/partners/{partners?search=Pennyquoit}?tab=benefits",
    "/partnered-wins",
    "/partnered-wins?part=influenced",
    "/opportunities/{opportunities?meaning=won&sort=-closedOn}",
  ],
  finance: [
    "/",
    "/earnings",
    "/earnings/{earnings}",
    "/plans",
    "/plans/{plans}",
    "/runs",
    "/runs/{runs}",
    "/statements",
    "/statements/close/{month}",
    "/statements/{statements}",
    "/payouts",
    "/payouts/new",
    "/payments/{payments}",
    "/ledger",
    "/ledger/accounts/{ledger/accounts}",
    "/ledger/transactions/{ledger/transactions}",
  ],
  "direct seller": ["/", "/notices", "/rules-of-engagement?tab=named"],
  "master agent": ["/"],
  "sub-agent": [
    "/",
    "/opportunities",
    "/opportunities/{opportunities}",
    "/deals",
    "/deals?view=protected",
    "/deals/pace",
    "/deals/new",
    "/deals/{deals}",
    "/deals/{deals?state=approved}",
    "/deals/{deals?state=needs-information}",
    "/deals/{deals?state=draft}/edit",
    "/earnings",
    "/earnings?status=paid",
    "/earnings/coming",
    "/earnings/{earnings}",
    "/pay-splits",
    "/pay-splits/{pay-splits?state=open}",
    "/statements",
    "/statements?tab=payments",
    "/statements/{statements}",
    "/payments/{my-payouts}",
    "/plans",
    "/plans/{plans}",
    "/standing",
    "/specializations",
    "/specialization-applications/{specialization-applications}",
    "/specialization-awards/{specialization-awards}",
    "/programs",
    "/rules-of-engagement",
    "/touchpoints",
    "/touchpoints/{touchpoints?state=contested}",
    "/touchpoints/{touchpoints?state=confirmed}",
    "/facts",
    "/people",
    "/people/invite",
    "/people/{people}",
    "/api-keys",
    "/profile",
    "/notices",
    "/notices?state=unread",
    "/nowhere",
  ],
  "service provider": ["/", "/benefits", "/benefits?tab=asked", "/benefits/{benefit-requests?state=granted}"],
};

export const roles = Object.keys(lists);

interface Listed {
  id: string;
  hasDraft?: boolean;
}

/** The addresses of a person's pages, with the records that are there. */
export async function pagesOf(role: string): Promise<string[]> {
  const found = new Map<string, string>();
  const addresses: string[] = [];
  for (const path of lists[role] ?? []) {
    const wanted = /\{(.+)\}/.exec(path)?.[1];
    if (wanted !== undefined && !found.has(wanted)) found.set(wanted, await firstOf(role, wanted));
    addresses.push(path.replace(/\{.+\}/, found.get(wanted ?? "") ?? ""));
  }
  return addresses;
}

/** The id of the first record of a list, as the person's own API key reads it. */
async function firstOf(role: string, list: string): Promise<string> {
  if (list === "month") return Temporal.Now.plainDateISO("UTC").toString().slice(0, 7);
  if (list === "drafted") return (await drafted(role)).id;
  const [first] = list === "payments" ? await payments(role) : await read(role, list);
  if (first === undefined) throw new Error(`There is nothing in ${list} for the ${role}.`);
  return first.id;
}

/** The program whose next version is being written. */
async function drafted(role: string): Promise<{ id: string }> {
  const found = (await read(role, "programs")).find(({ hasDraft }) => hasDraft);
  if (found === undefined) throw new Error("No program of the demo has a draft.");
  return found;
}

async function payments(role: string): Promise<{ id: string }[]> {
  return read(role, `payouts/${await firstOf(role, "payouts")}`);
}

async function read(role: string, path: string): Promise<Listed[]> {
  const { apiKey } = persona(role);
  const answer = await fetch(`${told().demo}/api/v1/${path}`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });
  if (!answer.ok) throw new Error(`${path} as ${role}: ${answer.status}`);
  const { items }: { items: Listed[] } = await answer.json();
  return items;
}
