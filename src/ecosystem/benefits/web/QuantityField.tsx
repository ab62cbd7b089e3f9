import { DecimalField } from "#ui/form/DecimalField.tsx";
import type { FieldProps } from "#ui/form/fields.tsx";

interface QuantityFieldProps extends FieldProps<string> {
  of: { currency: string | null };
}

/** How much of a benefit: pieces, or an amount of its currency, which stands behind the label. */
export function QuantityField({ of, label, ...rest }: QuantityFieldProps) {
  return (
    <DecimalField
      {...rest}
      optional={false}
      label={of.currency === null ? label : `${label} (${of.currency})`}
    />
  );
}
