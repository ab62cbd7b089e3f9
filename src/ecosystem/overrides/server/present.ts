import type { Tx } from "#platform/database/tx.ts";
import { toPublicId } from "#platform/ids.ts";
import type { Parameter, ProgramOverride } from "../contract.ts";
import { endsSoon, stateOn } from "../override.ts";
import type { OverrideRow } from "./store.ts";

/** As a list or page shows it, beside what the program says to all today. */
export function present(tx: Tx, row: OverrideRow, parameters: readonly Parameter[]): ProgramOverride {
  const { actor } = tx;
  const life = {
    written: row.state,
    from: row.effective_from,
    until: row.effective_until,
    endedOn: row.ended_on,
  };
  const state = stateOn(life, tx.today().toString());
  const parameter = parameters.find(({ key }) => key === row.parameter);
  const holds = (act: string) => actor.membershipId !== null && actor.can.has(act);
  return {
    id: toPublicId("ovr", row.id),
    program: { id: toPublicId("prg", row.program_id), name: row.program_name },
    scope: { kind: row.scope_kind, key: row.scope_key, label: row.scope_label },
    parameter: row.parameter,
    about: parameter?.about ?? null,
    globalValue: parameter?.globalValue ?? null,
    value: row.value,
    reason: row.reason,
    state,
    from: row.effective_from,
    until: row.effective_until,
    endsSoon: endsSoon(life, tx.today()),
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at.toString(),
    decided:
      row.decided_by === null || row.decided_at === null
        ? null
        : { by: row.decided_by, at: row.decided_at.toString(), reason: row.decided_reason },
    ended:
      row.ended_by === null || row.ended_at === null || row.ended_on === null || row.ended_reason === null
        ? null
        : { by: row.ended_by, at: row.ended_at.toString(), on: row.ended_on, reason: row.ended_reason },
    can: {
      approve: state === "proposed" && holds("program-override.approve"),
      decline: state === "proposed" && holds("program-override.approve"),
      withdraw: state === "proposed" && holds("program-override.propose"),
      end:
        (state === "planned" || state === "in-force") &&
        row.ended_on === null &&
        holds("program-override.approve"),
    },
  };
}
