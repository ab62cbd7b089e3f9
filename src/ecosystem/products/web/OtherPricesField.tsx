import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Button } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { MoneyJson } from "#platform/http/wire.ts";
import { CurrencyField } from "#ui/form/CurrencyField.tsx";
import { FieldGroup } from "#ui/form/FieldGroup.tsx";
import { MoneyField } from "#ui/form/MoneyField.tsx";
import { FieldLine, FieldSum } from "#ui/form/MoreFields.tsx";
import type { FieldBinding } from "#ui/form/useEndpointForm.ts";
import { maxOtherPrices } from "../contract.ts";

/** The lines of which something was filled. */
export function filled(prices: readonly MoneyJson[]): MoneyJson[] {
  return prices.filter(({ amount, currency }) => amount.trim() !== "" || currency !== "");
}

interface OtherPricesFieldProps extends FieldBinding<readonly MoneyJson[]> {
  /** What is wrong at a path such as `otherPrices.0.amount`. */
  errorAt: (path: string) => string | undefined;
}

/** List prices in further currencies, one in each. */
export function OtherPricesField({ name, value: prices, onChange, errorAt }: OtherPricesFieldProps) {
  const { t } = useLingui();
  const change = (index: number, price: MoneyJson) =>
    onChange(prices.map((before, at) => (at === index ? price : before)));
  return (
    <FieldGroup title={t`Prices in other currencies`}>
      {prices.map((price, index) => {
        const position = index + 1;
        const path = `${name}.${filled(prices).indexOf(price)}`;
        const shared = { onBlur: () => {}, optional: false };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a price that is being typed is known by its place alone
          <FieldLine key={index} pair label={t`Price ${position}`}>
            <CurrencyField
              {...shared}
              name={`${name}.${index}.currency`}
              label={t`Currency`}
              value={price.currency}
              error={errorAt(`${path}.currency`)}
              onChange={(currency) => change(index, { ...price, currency })}
            />
            <MoneyField
              {...shared}
              name={`${name}.${index}.amount`}
              label={t`List price`}
              value={price}
              error={errorAt(`${path}.amount`)}
              onChange={(typed) => change(index, typed)}
            />
            <ActionIcon
              variant="default"
              size="input-sm"
              aria-label={t`Remove price ${position}`}
              onClick={() => onChange(prices.filter((_, at) => at !== index))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </FieldLine>
        );
      })}
      <FieldSum>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...prices, { amount: "", currency: "" }])}
          disabled={prices.length >= maxOtherPrices}
        >
          <Trans>Another currency</Trans>
        </Button>
      </FieldSum>
    </FieldGroup>
  );
}
