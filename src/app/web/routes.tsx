import { type PageRoute, page } from "./routing/page.tsx";

/*
 * The route tables: which page lies where, for whom. A line is
 *
 *   page("/partners/$partnerId", () => import("#ecosystem/partners/web/PartnerPage.tsx").then((m) => m.PartnerPage), {
 *     needs: "partners.read",
 *   }),
 *
 * The component takes the path's parameters as props; its code is fetched when somebody goes there. Pages that bring
 * several features together lie in ./pages.
 */

/* Pages that both sides have. */
const earningPage = () => import("#incentivize/earnings/web/EarningPage.tsx").then((m) => m.EarningPage);

/** For people who are not signed in. */
export const publicPages: readonly PageRoute[] = [];

/** The vendor's console. */
export const vendorPages: readonly PageRoute[] = [
  page("/earnings", () => import("#incentivize/earnings/web/EarningsPage.tsx").then((m) => m.EarningsPage), {
    needs: "earning.read",
  }),
  page("/earnings/$earningId", earningPage, { needs: "earning.read" }),
];

/** The partner's portal. */
export const partnerPages: readonly PageRoute[] = [
  page(
    "/earnings",
    () => import("#incentivize/earnings/web/OwnEarningsPage.tsx").then((m) => m.OwnEarningsPage),
    { needs: "earning.read" },
  ),
  page("/earnings/$earningId", earningPage, { needs: "earning.read" }),
];
