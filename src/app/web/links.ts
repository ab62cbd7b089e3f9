import type { RecordPaths } from "#ui/link/RecordLink.tsx";
import type { PageRoute } from "./routing/page.tsx";

/** Where the vendor's people find a record. A noun that is missing has no page of its own. */
export const vendorPaths: RecordPaths = {
  partner: (id) => `/partners/${id}`,
  account: (id) => `/accounts/${id}`,
  deal: (id) => `/deals/${id}`,
  opportunity: (id) => `/opportunities/${id}`,
  touchpoint: (id) => `/touchpoints/${id}`,
  benefit: (id) => `/benefits/${id}`,
  program: (id) => `/programs/${id}`,
  plan: (id) => `/plans/${id}`,
  run: (id) => `/runs/${id}`,
  earning: (id) => `/earnings/${id}`,
  statement: (id) => `/statements/${id}`,
  payout: (id) => `/payouts/${id}`,
  payment: (id) => `/payments/${id}`,
  // The ledger knows holders and references; what they are here, the prefix of the id says.
  holder: (id) => `/partners/${id}`,
  reference: (id) => (id.startsWith("pay_") ? `/payments/${id}` : `/earnings/${id}`),
  import: (id) => `/imports/${id}`,
};

/** Where a partner's people find a record. */
export const partnerPaths: RecordPaths = {
  deal: (id) => `/deals/${id}`,
  opportunity: (id) => `/opportunities/${id}`,
  touchpoint: (id) => `/touchpoints/${id}`,
  benefit: (id) => `/benefits/${id}`,
  plan: (id) => `/plans/${id}`,
  payment: (id) => `/payments/${id}`,
  earning: (id) => `/earnings/${id}`,
  statement: (id) => `/statements/${id}`,
};

/** The nouns whose page this person may open: to the others nothing links. */
export function openPaths(paths: RecordPaths, pages: readonly PageRoute[]): RecordPaths {
  const isOpen = (path: string) => pages.some((page) => fits(page.path, path));
  return Object.fromEntries(Object.entries(paths).filter(([, pathOf]) => isOpen(pathOf("some"))));
}

/** True where a path such as `/deals/some` is one of `/deals/$dealId`. */
function fits(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  return (
    wanted.length === given.length &&
    wanted.every((part, at) => (part.startsWith("$") ? given[at] === "some" : part === given[at]))
  );
}
