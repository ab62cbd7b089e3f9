import { type PageRoute, page } from "./routing/page.tsx";

/* The pages of the money: plans, runs, earnings, statements, payouts and the ledger. */

const earningPage = page(
  "/earnings/$earningId",
  () => import("#incentivize/earnings/web/EarningPage.tsx").then((m) => m.EarningPage),
  { needs: "earning.read" },
);
const statementPage = page(
  "/statements/$statementId",
  () => import("#incentivize/statements/web/StatementPage.tsx").then((m) => m.StatementPage),
  { needs: "statement.read" },
);
const paymentPage = page(
  "/payments/$paymentId",
  () => import("#incentivize/payouts/web/PaymentPage.tsx").then((m) => m.PaymentPage),
  { needs: "payment.read" },
);
/** How partners share what a deal earns; both sides have them. */
const splitPages: readonly PageRoute[] = [
  page("/pay-splits", () => import("#sell/splits/web/SplitsPage.tsx").then((m) => m.SplitsPage), {
    needs: "pay-split.read",
  }),
  page("/pay-splits/$paySplitId", () => import("#sell/splits/web/SplitPage.tsx").then((m) => m.SplitPage), {
    needs: "pay-split.read",
  }),
];
const planPages: readonly PageRoute[] = [
  page("/plans", () => import("#incentivize/plans/web/PlansPage.tsx").then((m) => m.PlansPage), {
    needs: "plan.read",
  }),
  page("/plans/$planId", () => import("#incentivize/plans/web/PlanPage.tsx").then((m) => m.PlanPage), {
    needs: "plan.read",
  }),
];

/** For the vendor's people. */
export const vendorMoneyPages: readonly PageRoute[] = [
  page(
    "/partners/$partnerId/standing",
    () => import("./pages/PartnerStandingPage.tsx").then((m) => m.PartnerStandingPage),
    { needs: "tier.read" },
  ),
  page(
    "/programs/$programId/tiers",
    () => import("#ecosystem/tiers/web/ProgramTiersPage.tsx").then((m) => m.ProgramTiersPage),
    { needs: "tier.review" },
  ),
  page(
    "/programs/$programId/back-test",
    () => import("#ecosystem/tiers/web/BackTestPage.tsx").then((m) => m.BackTestPage),
    { needs: "tier.back-test" },
  ),
  page("/earnings", () => import("#incentivize/earnings/web/EarningsPage.tsx").then((m) => m.EarningsPage), {
    needs: "earning.read",
  }),
  earningPage,
  ...splitPages,
  ...planPages,
  page("/plans/new", () => import("#incentivize/plans/web/NewPlanPage.tsx").then((m) => m.NewPlanPage), {
    needs: "plan.draft",
  }),
  page("/plans/$planId/draft", () => import("./pages/PlanDraftPage.tsx").then((m) => m.PlanDraftPage), {
    needs: "plan.draft",
  }),
  page("/runs", () => import("#incentivize/runs/web/RunsPage.tsx").then((m) => m.RunsPage), {
    needs: "run.read",
  }),
  page("/runs/$runId", () => import("#incentivize/runs/web/RunPage.tsx").then((m) => m.RunPage), {
    needs: "run.read",
  }),
  page(
    "/statements",
    () => import("#incentivize/statements/web/StatementsPage.tsx").then((m) => m.StatementsPage),
    { needs: "statement.read" },
  ),
  page(
    "/statements/close/$period",
    () => import("#incentivize/statements/web/CloseMonthPage.tsx").then((m) => m.CloseMonthPage),
    { needs: "statement.prepare" },
  ),
  statementPage,
  page("/payouts", () => import("#incentivize/payouts/web/PayoutsPage.tsx").then((m) => m.PayoutsPage), {
    needs: "payout.read",
  }),
  page(
    "/payouts/new",
    () => import("#incentivize/payouts/web/NewPayoutPage.tsx").then((m) => m.NewPayoutPage),
    { needs: "payout.read" },
  ),
  page(
    "/payouts/$payoutId",
    () => import("#incentivize/payouts/web/PayoutPage.tsx").then((m) => m.PayoutPage),
    { needs: "payout.read" },
  ),
  paymentPage,
  page("/ledger", () => import("./pages/LedgerPage.tsx").then((m) => m.LedgerPage), { needs: "ledger.read" }),
  page(
    "/ledger/accounts/$accountId",
    () => import("#ledger/web/AccountPage.tsx").then((m) => m.AccountPage),
    {
      needs: "ledger.read",
    },
  ),
  page(
    "/ledger/transactions/$transactionId",
    () => import("#ledger/web/TransactionPage.tsx").then((m) => m.TransactionPage),
    { needs: "ledger.read" },
  ),
];

/** For a partner's people. */
export const partnerMoneyPages: readonly PageRoute[] = [
  page("/standing", () => import("#ecosystem/tiers/web/StandingPage.tsx").then((m) => m.StandingPage), {
    needs: "tier.read",
  }),
  page(
    "/earnings",
    () => import("#incentivize/earnings/web/OwnEarningsPage.tsx").then((m) => m.OwnEarningsPage),
    { needs: "earning.read" },
  ),
  page(
    "/earnings/coming",
    () => import("#incentivize/earnings/web/ComingPage.tsx").then((m) => m.ComingPage),
    {
      needs: "earning.read",
    },
  ),
  earningPage,
  ...splitPages,
  page("/statements", () => import("./pages/OwnStatementsPage.tsx").then((m) => m.OwnStatementsPage), {
    needs: "statement.read",
  }),
  statementPage,
  paymentPage,
  ...planPages,
];
