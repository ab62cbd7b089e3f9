import { OwnOverrides, useHeldPrograms } from "#ecosystem/overrides/web/index.tsx";
import { OwnProgramsPage } from "#ecosystem/programs/web/index.tsx";
import { useReader } from "#ui/reader/reader.tsx";

/** A partner's programs as they hold for it, with what its region does otherwise and why. */
export function ProgramsOfPartnerPage() {
  const { partner } = useReader();
  const held = useHeldPrograms(partner?.id ?? null);
  return <OwnProgramsPage held={held} beside={(of) => <OwnOverrides {...of} />} />;
}
