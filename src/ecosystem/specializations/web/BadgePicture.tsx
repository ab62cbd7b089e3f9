import { dayBefore } from "#ui/format/time.ts";
import { useFormat } from "#ui/format/useFormat.ts";
import { useReader } from "#ui/reader/reader.tsx";
import { badgeSvg } from "../badge.ts";
import type { SpecializationAward } from "../contract.ts";
import classes from "./specializations.module.css";

/** The badge as it is downloaded. */
export function BadgePicture({ award }: { award: SpecializationAward }) {
  const { vendorName } = useReader();
  const format = useFormat();
  const svg = badgeSvg({
    label: award.specialization.label,
    vendor: vendorName,
    partner: award.partner.name,
    lastDay: `→ ${format.day(dayBefore(award.until))}`,
    ...award.badge,
  });
  return (
    <img
      className={classes.badge}
      src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
      alt={`${award.specialization.label}: ${award.partner.name}`}
      width={360}
      height={132}
    />
  );
}
