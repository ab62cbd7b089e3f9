import { useLingui } from "@lingui/react/macro";
import { ColorInput } from "@mantine/core";
import "@mantine/core/styles/ColorSwatch.layer.css";
import "@mantine/core/styles/ColorPicker.layer.css";
import "@mantine/core/styles/ColorInput.layer.css";
import { inFull } from "../theme/shades.ts";
import { type FieldProps, fieldLabel } from "./fields.tsx";

/** A colour as `#rrggbb`, typed or chosen; a few that suit are at hand. */
const usual = ["#125f69", "#1f5fbf", "#5b3fb5", "#a1306b", "#b3391f", "#9a6a00", "#2f7d32", "#3c4a53"];

export function ColourField({ optional, label, value, onChange, onBlur, ...rest }: FieldProps<string>) {
  const { t } = useLingui();
  return (
    <ColorInput
      {...rest}
      label={fieldLabel(label, optional)}
      format="hex"
      value={value}
      onChange={(colour) => onChange(colour.toLowerCase())}
      onBlur={() => {
        const colour = inFull(value);
        if (colour === value) onBlur();
        else onChange(colour);
      }}
      swatches={usual}
      swatchesPerRow={8}
      withEyeDropper={false}
      popoverProps={{ withinPortal: true }}
      aria-label={t`${label}, as a hexadecimal colour`}
    />
  );
}
