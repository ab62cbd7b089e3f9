import { type PageRoute, page } from "./routing/page.tsx";

/* The pages of the programs: what is offered to partners of a kind, level by level. */

const programsPage = () => import("#ecosystem/programs/web/ProgramsPage.tsx").then((m) => m.ProgramsPage);
const ownProgramsPage = () => import("./pages/OwnProgramsPage.tsx").then((m) => m.ProgramsOfPartnerPage);

/** For the vendor's people. */
export const vendorProgramPages: readonly PageRoute[] = [
  page("/programs", programsPage, { needs: "program.inspect" }),
  // The address that the ladders had.
  page("/plans/tiers", programsPage, { needs: "program.inspect" }),
  page(
    "/programs/new",
    () => import("#ecosystem/programs/web/NewProgramPage.tsx").then((m) => m.NewProgramPage),
    {
      needs: "program.manage",
    },
  ),
  page(
    "/programs/$programId/draft",
    () => import("./pages/ProgramPage.tsx").then((m) => m.ProgramDraftOfVendorPage),
    { needs: "program.inspect" },
  ),
  page("/programs/$programId", () => import("./pages/ProgramPage.tsx").then((m) => m.ProgramOfVendorPage), {
    needs: "program.inspect",
  }),
];

/** For a partner's people. */
export const partnerProgramPages: readonly PageRoute[] = [
  page("/programs", ownProgramsPage, { needs: "program.read-own" }),
  page("/plans/tiers", ownProgramsPage, { needs: "program.read-own" }),
];
