import type { Tx } from "#platform/database/tx.ts";
import { toPublicId, toPublicIdOrNull } from "#platform/ids.ts";
import { endsSoon, stateOn } from "../award.ts";
import type {
  Asked,
  Specialization,
  SpecializationApplication,
  SpecializationAward,
  SpecializationVersion,
} from "../contract.ts";
import type { ApplicationRow } from "./application-store.ts";
import type { AwardRow } from "./award-store.ts";
import type { VersionRow } from "./store.ts";

const holds = ({ actor }: Tx, act: string) => actor.membershipId !== null && actor.can.has(act);

export function presentVersion(row: VersionRow): SpecializationVersion {
  return {
    id: toPublicId("spv", row.id),
    version: row.version,
    label: row.label,
    summary: row.summary,
    requires: row.requires,
    validMonths: row.valid_months,
    warnDays: row.warn_days,
    badge: { background: row.badge_background, text: row.badge_text },
    open: row.open,
    publishedBy: row.published_by,
    publishedAt: row.published_at.toString(),
  };
}

export function presentSpecialization(row: VersionRow): Specialization {
  return {
    id: toPublicId("spz", row.specialization_id),
    key: row.key,
    current: presentVersion(row),
    holders: row.holders,
  };
}

const shortOf = (row: { specialization_id: string; key: string; label: string }) => ({
  id: toPublicId("spz", row.specialization_id),
  key: row.key,
  label: row.label,
});
const partnerOf = (row: { partner_id: string; partner_name: string }) => ({
  id: toPublicId("par", row.partner_id),
  name: row.partner_name,
});

export function presentAward(tx: Tx, row: AwardRow): SpecializationAward {
  const held = { from: row.effective_from, until: row.effective_until, revokedOn: row.revoked_on };
  const state = stateOn(held, tx.today().toString());
  return {
    id: toPublicId("saw", row.id),
    specialization: shortOf(row),
    partner: partnerOf(row),
    version: row.version,
    state,
    from: row.effective_from,
    until: row.effective_until,
    endsSoon: row.renewed_until === null && endsSoon(held, row.warn_days, tx.today()),
    renewedUntil: row.renewed_until,
    badge: { background: row.badge_background, text: row.badge_text },
    awardedBy: row.awarded_by,
    awardedAt: row.awarded_at.toString(),
    applicationId: toPublicId("sap", row.application_id),
    revoked:
      row.revoked_on === null || row.revoked_at === null || row.revoked_reason === null
        ? null
        : {
            on: row.revoked_on,
            at: row.revoked_at.toString(),
            by: row.revoked_by,
            reason: row.revoked_reason,
          },
    can: {
      revoke:
        row.revoked_on === null &&
        (state === "held" || state === "planned") &&
        holds(tx, "specialization.decide"),
    },
  };
}

export function presentApplication(
  tx: Tx,
  row: ApplicationRow,
  asked: Asked | null,
): SpecializationApplication {
  const state = row.withdrawn_at === null ? row.state : "withdrawn";
  return {
    id: toPublicId("sap", row.id),
    specialization: shortOf(row),
    partner: partnerOf(row),
    version: row.version,
    state,
    renews: row.renews,
    note: row.note,
    appliedBy: row.applied_by,
    appliedAt: row.applied_at.toString(),
    decided:
      row.decided_at === null
        ? null
        : { at: row.decided_at.toString(), by: row.decided_by, reason: row.decided_reason },
    withdrawnAt: row.withdrawn_at?.toString() ?? null,
    asked,
    awardId: toPublicIdOrNull("saw", row.award_id),
    can: {
      decide: state === "open" && holds(tx, "specialization.decide"),
      withdraw: state === "open" && holds(tx, "specialization.apply"),
    },
  };
}
