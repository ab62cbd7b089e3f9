import {
  beginProgram,
  beginProgramDraft,
  enrolPartner,
  getProgramDraft,
  publishProgram,
  writeProgramDraft,
} from "#ecosystem/programs/contract.ts";
import type { World } from "./world.ts";

/**
 * A second program, which everybody is in and acknowledges: a version in force, one that comes in years, one in writing,
 * and two partners that somebody took in by name.
 */
export async function designPilot(world: World): Promise<void> {
  const admin = world.as("admin");
  const { id } = await admin.call(beginProgram, { body: { name: "Spring pilot" } });
  const params = { programId: id };
  const publish = async (change: object, effectiveFrom: string) => {
    const draft = await admin.call(getProgramDraft, { params });
    const body = { document: { ...draft.document, ...change }, effectiveFrom };
    const { version } = await admin.call(writeProgramDraft, { params, body, ifMatch: draft.version });
    await admin.call(publishProgram, { params, ifMatch: version });
  };
  await publish({ acknowledge: true }, "2026-01-01");
  await admin.call(beginProgramDraft, { params });
  await publish({ summary: "From then on in other words." }, "2030-01-01");
  await admin.call(beginProgramDraft, { params });
  const draft = await admin.call(getProgramDraft, { params });
  await admin.call(writeProgramDraft, {
    params,
    body: { document: { ...draft.document, summary: "And in others again." }, effectiveFrom: "2031-01-01" },
    ifMatch: draft.version,
  });
  const { partners, present } = world;
  for (const name of ["birch", "fir"] as const) {
    if (!present.active.includes(name)) continue;
    await admin.call(enrolPartner, {
      params,
      body: {
        partnerId: partners[name].id,
        kind: "included",
        reason: "It helps to try it out.",
        effectiveFrom: "2026-01-01",
        effectiveUntil: "2027-01-01",
      },
    });
  }
}
