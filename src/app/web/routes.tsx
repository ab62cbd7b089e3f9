import { partnerMoneyPages, vendorMoneyPages } from "./moneyRoutes.tsx";
import { partnerProgramPages, vendorProgramPages } from "./programRoutes.tsx";
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

const opportunitiesPage = () =>
  import("#sell/opportunities/web/OpportunitiesPage.tsx").then((m) => m.OpportunitiesPage);
const opportunityPage = () => import("./pages/OpportunityPage.tsx").then((m) => m.OpportunityPage);

/** Registrations, which a partner makes for itself and the vendor in a partner's place. */
const dealPages: readonly PageRoute[] = [
  page("/deals", () => import("./pages/DealsPage.tsx").then((m) => m.DealsPage), {
    needs: "deal.read",
  }),
  page("/deals/pace", () => import("#insight/deals/web/PacePage.tsx").then((m) => m.PacePage), {
    needs: "deal-pace.read",
  }),
  page("/deals/new", () => import("#sell/deals/web/RegisterPage.tsx").then((m) => m.NewDealPage), {
    needs: "deal.register",
  }),
  page("/deals/$dealId", () => import("./pages/RegistrationPage.tsx").then((m) => m.RegistrationPage), {
    needs: "deal.read",
  }),
  page("/deals/$dealId/edit", () => import("#sell/deals/web/RegisterPage.tsx").then((m) => m.EditDealPage), {
    needs: "deal.register",
  }),
];

/** What partners did for sales. */
const touchpointPages: readonly PageRoute[] = [
  page(
    "/touchpoints",
    () => import("#sell/touchpoints/web/TouchpointsPage.tsx").then((m) => m.TouchpointsPage),
    {
      needs: "touchpoint.read",
    },
  ),
  page(
    "/touchpoints/$touchpointId",
    () => import("#sell/touchpoints/web/TouchpointPage.tsx").then((m) => m.TouchpointPage),
    { needs: "touchpoint.read" },
  ),
];

/** What a partner's level gives it, and what it asked for of that. */
const benefitPages: readonly PageRoute[] = [
  page("/benefits", () => import("#ecosystem/benefits/web/BenefitsPage.tsx").then((m) => m.BenefitsPage), {
    needs: "benefit.read",
  }),
  page(
    "/benefits/$requestId",
    () => import("#ecosystem/benefits/web/BenefitPage.tsx").then((m) => m.BenefitPage),
    { needs: "benefit.read" },
  ),
];

/** What companies are specialized in, and what they apply for. */
const specializationPages: readonly PageRoute[] = [
  page(
    "/specializations",
    () => import("#ecosystem/specializations/web/SpecializationsPage.tsx").then((m) => m.SpecializationsPage),
    { needs: "specialization.read" },
  ),
  page(
    "/specialization-applications/$applicationId",
    () => import("#ecosystem/specializations/web/ApplicationPage.tsx").then((m) => m.ApplicationPage),
    { needs: "specialization.read" },
  ),
  page(
    "/specialization-awards/$awardId",
    () => import("#ecosystem/specializations/web/AwardPage.tsx").then((m) => m.AwardPage),
    { needs: "specialization.read" },
  ),
];

/** How specializations are defined, and what regions do otherwise than programs say: the vendor's alone. */
const frameworkPages: readonly PageRoute[] = [
  page(
    "/specializations/new",
    () => import("#ecosystem/specializations/web/DefinitionPages.tsx").then((m) => m.NewSpecializationPage),
    { needs: "specialization.manage" },
  ),
  page(
    "/specializations/$specializationId",
    () => import("#ecosystem/specializations/web/DefinitionPages.tsx").then((m) => m.SpecializationPage),
    { needs: "specialization.read" },
  ),
  page(
    "/program-overrides",
    () => import("#ecosystem/overrides/web/OverridesPage.tsx").then((m) => m.OverridesPage),
    { needs: "program-override.read" },
  ),
  page(
    "/program-overrides/new",
    () => import("#ecosystem/overrides/web/NewOverridePage.tsx").then((m) => m.NewOverridePage),
    { needs: "program-override.propose" },
  ),
  page(
    "/program-overrides/$overrideId",
    () => import("#ecosystem/overrides/web/OverridePage.tsx").then((m) => m.OverridePage),
    { needs: "program-override.read" },
  ),
];

/** One's own profile, keys and notices, and the people of one's side. */
const peoplePages: readonly PageRoute[] = [
  page("/people", () => import("#ecosystem/people/web/PeoplePage.tsx").then((m) => m.PeoplePage), {
    needs: "people.read",
  }),
  page("/people/invite", () => import("./pages/people/InvitePage.tsx").then((m) => m.InvitePage), {
    needs: "people.invite",
  }),
  page("/people/$personId", () => import("#ecosystem/people/web/PersonPage.tsx").then((m) => m.PersonPage), {
    needs: "people.read",
  }),
  page("/api-keys", () => import("#ecosystem/people/web/ApiKeysPage.tsx").then((m) => m.ApiKeysPage)),
  page("/notices", () => import("./pages/OwnNoticesPage.tsx").then((m) => m.OwnNoticesPage)),
  page("/profile", () => import("./pages/people/OwnProfilePage.tsx").then((m) => m.OwnProfilePage)),
];

const rulesPage = page(
  "/rules-of-engagement",
  () => import("#sell/engagement/web/RulesPage.tsx").then((m) => m.RulesPage),
  { needs: "engagement.read" },
);

/** For people who are not signed in. */
export const publicPages: readonly PageRoute[] = [
  page("/setup", () => import("./pages/entry/SetupPage.tsx").then((m) => m.SetupPage)),
  page("/invitation", () => import("./pages/entry/InvitationPage.tsx").then((m) => m.InvitationPage)),
];

/** Registrations as those see them who decide. */
const decisionPages: readonly PageRoute[] = [
  page("/deals/inbox", () => import("#sell/deals/web/inbox/InboxPage.tsx").then((m) => m.InboxPage), {
    needs: "deal.decide",
  }),
  page(
    "/deals/$dealId/decide",
    () => import("#sell/deals/web/inbox/DecidePage.tsx").then((m) => m.DecidePage),
    { needs: "deal.decide" },
  ),
];

/** The vendor's console. */
export const vendorPages: readonly PageRoute[] = [
  page("/", () => import("./pages/home/VendorHome.tsx").then((m) => m.VendorHome), { needs: "home.read" }),
  ...peoplePages,
  page("/settings", () => import("#ecosystem/vendors/web/SettingsPage.tsx").then((m) => m.SettingsPage), {
    needs: "settings.read",
  }),
  page("/texts", () => import("./pages/TextsPage.tsx").then((m) => m.TextsPage), {
    needs: "text.read",
  }),
  page(
    "/texts/$textId/$language",
    () => import("#ecosystem/texts/web/TextPage.tsx").then((m) => m.TextPage),
    { needs: "text.read" },
  ),
  page("/accounts", () => import("#ecosystem/accounts/web/AccountsPage.tsx").then((m) => m.AccountsPage), {
    needs: "account.read",
  }),
  page(
    "/accounts/protected",
    () => import("#sell/deals/web/ProtectedPage.tsx").then((m) => m.ProtectedPage),
    {
      needs: "deal.protected",
    },
  ),
  page("/accounts/$accountId", () => import("./pages/AccountPage.tsx").then((m) => m.AccountPage), {
    needs: "account.read",
  }),
  page("/products", () => import("#ecosystem/products/web/ProductsPage.tsx").then((m) => m.ProductsPage), {
    needs: "product.read",
  }),
  page("/regions", () => import("#ecosystem/places/web/RegionsPage.tsx").then((m) => m.RegionsPage), {
    needs: "region.read",
  }),
  page("/fact-kinds", () => import("#ecosystem/facts/web/FactKindsPage.tsx").then((m) => m.FactKindsPage), {
    needs: "fact.read",
  }),
  page("/partners", () => import("#ecosystem/partners/web/PartnersPage.tsx").then((m) => m.PartnersPage), {
    needs: "partner.read",
  }),
  page(
    "/partners/new",
    () => import("#ecosystem/partners/web/PartnerForms.tsx").then((m) => m.NewPartnerPage),
    { needs: "partner.manage" },
  ),
  page("/partners/$partnerId", () => import("./pages/PartnerPage.tsx").then((m) => m.PartnerPage), {
    needs: "partner.read",
  }),
  page("/opportunities", opportunitiesPage, { needs: "opportunity.read" }),
  page(
    "/opportunities/new",
    () => import("#sell/opportunities/web/OpportunityForm.tsx").then((m) => m.NewOpportunityPage),
    { needs: "opportunity.manage" },
  ),
  page("/opportunities/$opportunityId", opportunityPage, { needs: "opportunity.read" }),
  page(
    "/opportunities/$opportunityId/edit",
    () => import("#sell/opportunities/web/OpportunityForm.tsx").then((m) => m.EditOpportunityPage),
    { needs: "opportunity.manage" },
  ),
  ...dealPages,
  ...touchpointPages,
  ...benefitPages,
  ...specializationPages,
  ...frameworkPages,
  ...decisionPages,
  page(
    "/partnered-wins",
    () => import("#insight/sales/web/PartneredWinsPage.tsx").then((m) => m.PartneredWinsPage),
    { needs: "trend.read" },
  ),
  rulesPage,
  page(
    "/rules-of-engagement/new",
    () => import("#sell/engagement/web/PublishRulesPage.tsx").then((m) => m.PublishRulesPage),
    { needs: "engagement.publish" },
  ),
  page("/imports", () => import("#ecosystem/imports/web/ImportsPage.tsx").then((m) => m.ImportsPage), {
    needs: "import.manage",
  }),
  page(
    "/imports/$importId",
    () => import("#ecosystem/imports/web/ImportPage.tsx").then((m) => m.ImportPage),
    { needs: "import.manage" },
  ),
  ...vendorProgramPages,
  ...vendorMoneyPages,
];

/** The partner's portal. */
export const partnerPages: readonly PageRoute[] = [
  page("/", () => import("./pages/home/PortalHome.tsx").then((m) => m.PortalHome), { needs: "portal.read" }),
  ...peoplePages,
  page("/opportunities", opportunitiesPage, { needs: "opportunity.read" }),
  page("/opportunities/$opportunityId", opportunityPage, { needs: "opportunity.read" }),
  page("/facts", () => import("#ecosystem/facts/web/OwnFactsPage.tsx").then((m) => m.OwnFactsPage), {
    needs: "fact.read",
  }),
  ...dealPages,
  ...touchpointPages,
  ...benefitPages,
  ...specializationPages,
  rulesPage,
  ...partnerProgramPages,
  ...partnerMoneyPages,
];
