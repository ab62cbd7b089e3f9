import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Button } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { listProducts } from "#ecosystem/products/contract.ts";
import type { MoneyJson } from "#platform/http/wire.ts";
import { FieldGroup } from "#ui/form/FieldGroup.tsx";
import { NumberField } from "#ui/form/fields.tsx";
import { LookupField } from "#ui/form/LookupField.tsx";
import { MoneyField } from "#ui/form/MoneyField.tsx";
import { FieldLine, FieldSum } from "#ui/form/MoreFields.tsx";
import type { EndpointForm } from "#ui/form/useEndpointForm.ts";
import { Money } from "#ui/text/Money.tsx";
import { maxLines } from "../contract.ts";
import { type DealValues, emptyLine, type LineValue } from "./dealValues.ts";

interface LinesFieldProps {
  form: EndpointForm<DealValues>;
  /** What the lines add up to, as the server summed them. */
  sum: MoneyJson | null;
}

/** What is to be sold: products with their number, and an amount that begins as the list price. */
export function LinesField({ form, sum }: LinesFieldProps) {
  const { t } = useLingui();
  const { lines } = form.values;
  const change = (key: number, part: Partial<LineValue>) =>
    form.set({ lines: lines.map((line) => (line.key === key ? { ...line, ...part } : line)) });
  const filled = lines.filter((line) => line.productId !== "");
  const add = () => {
    const key = Math.max(...lines.map((line) => line.key), 0) + 1;
    form.set({ lines: [...lines, emptyLine(key, lines[0]?.amount.currency ?? sum?.currency ?? "")] });
  };
  return (
    <FieldGroup title={t`What is sold`}>
      {lines.map((line, index) => (
        <Line
          key={line.key}
          line={line}
          position={index + 1}
          // The server counts the lines that name a product.
          errorAt={(part) => form.errorAt(`lines.${filled.indexOf(line)}.${part}`)}
          error={index === 0 ? wholeError(form) : undefined}
          onChange={(part) => change(line.key, part)}
          onRemove={
            lines.length > 1
              ? () => form.set({ lines: lines.filter(({ key }) => key !== line.key) })
              : undefined
          }
        />
      ))}
      <FieldSum>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={add}
          disabled={lines.length >= maxLines}
        >
          <Trans>Another product</Trans>
        </Button>
        {sum && filled.length > 1 && (
          <span>
            <Trans>
              Together <Money value={sum} />
            </Trans>
          </span>
        )}
      </FieldSum>
    </FieldGroup>
  );
}

/** What is wrong with the lines as a whole: none, not eligible, below the least value. */
function wholeError(form: EndpointForm<DealValues>): string | undefined {
  const below = form.values.lines.some((_, index) => form.errorAt(`lines.${index}`) !== undefined);
  return below ? undefined : form.errorAt("lines");
}

interface LineProps {
  line: LineValue;
  position: number;
  errorAt: (part: string) => string | undefined;
  error: string | undefined;
  onChange: (part: Partial<LineValue>) => void;
  onRemove: (() => void) | undefined;
}

function Line({ line, position, errorAt, error, onChange, onRemove }: LineProps) {
  const { t } = useLingui();
  const shared = { onBlur: () => {}, optional: false };
  return (
    <FieldLine label={t`Product ${position}`}>
      <LookupField
        {...shared}
        name={`lines.${position}.productId`}
        label={t`Product`}
        value={line.productId}
        error={error ?? errorAt("productId")}
        onChange={(productId) => onChange({ productId, own: false, amount: { ...line.amount, amount: "" } })}
        endpoint={listProducts}
        searchParam="search"
        toOption={(product) => ({ value: product.id, label: product.name, hint: product.series })}
        chosen={line.name === "" ? undefined : { value: line.productId, label: line.name }}
      />
      <NumberField
        {...shared}
        name={`lines.${position}.quantity`}
        label={t`Quantity`}
        value={line.quantity}
        error={errorAt("quantity")}
        // An amount of the list follows the quantity; one's own stays as it was typed.
        onChange={(quantity) =>
          onChange({ quantity, ...(!line.own && { amount: { ...line.amount, amount: "" } }) })
        }
        min={1}
        max={1_000_000}
      />
      <MoneyField
        {...shared}
        name={`lines.${position}.amount`}
        label={t`Amount`}
        value={line.amount}
        error={errorAt("amount")}
        placeholder={t`List price`}
        onChange={(amount) => onChange({ amount, own: amount.amount !== "" })}
      />
      {onRemove && (
        <ActionIcon
          variant="default"
          size="input-sm"
          aria-label={t`Remove product ${position}`}
          onClick={onRemove}
        >
          <IconTrash size={16} />
        </ActionIcon>
      )}
    </FieldLine>
  );
}
