import { Select } from "@mantine/core";
import { type FieldProps, fieldLabel } from "./fields.tsx";
import { useTypedOver } from "./useTypedOver.ts";

/** Zones that the browser knows, and the one without a place. */
const zones = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];

/** A time zone by its IANA name, found by typing a city. */
export function ZoneField({ optional, label, value, onChange, ...rest }: FieldProps<string>) {
  const typedOver = useTypedOver();
  const known = value === "" || zones.includes(value) ? zones : [value, ...zones];
  return (
    <Select
      {...rest}
      label={fieldLabel(label, optional)}
      data={known.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
      value={value === "" ? null : value}
      onChange={(chosen) => onChange(chosen ?? "")}
      searchable
      selectFirstOptionOnChange
      {...typedOver}
      allowDeselect={optional}
    />
  );
}
