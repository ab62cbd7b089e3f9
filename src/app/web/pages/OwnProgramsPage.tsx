import { OwnOverrides } from "#ecosystem/overrides/web/index.tsx";
import { OwnProgramsPage } from "#ecosystem/programs/web/index.tsx";

/** A partner's programs, with what its region does otherwise. */
export function ProgramsOfPartnerPage() {
  return <OwnProgramsPage beside={(of) => <OwnOverrides {...of} />} />;
}
