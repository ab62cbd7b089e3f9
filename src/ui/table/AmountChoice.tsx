import { Trans, useLingui } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { editableAmount, parseAmount } from "../format/money.ts";
import { useLocale } from "../i18n/LocaleProvider.tsx";
import classes from "./toolbar.module.css";

interface AmountChoiceProps {
  currency: string;
  /** Decimal texts; empty for no bound. */
  from: string;
  to: string;
  onApply: (from: string, to: string) => void;
}

/** From and to, bounds included. */
export function AmountChoice({ currency, from, to, onApply }: AmountChoiceProps) {
  const { t } = useLingui();
  const { formatLocale } = useLocale();
  const [least, setLeast] = useState(() => editableAmount(formatLocale, from));
  const [most, setMost] = useState(() => editableAmount(formatLocale, to));
  const read = (typed: string) => (typed.trim() === "" ? "" : parseAmount(formatLocale, typed));
  const bounds = [read(least), read(most)] as const;

  function apply(event: React.FormEvent) {
    event.preventDefault();
    if (bounds[0] !== null && bounds[1] !== null) onApply(bounds[0], bounds[1]);
  }

  return (
    <form className={classes.amounts} onSubmit={apply}>
      <TextInput
        size="xs"
        label={t`From (${currency})`}
        inputMode="decimal"
        value={least}
        error={bounds[0] === null && t`This is no amount.`}
        onChange={(event) => setLeast(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        label={t`To (${currency})`}
        inputMode="decimal"
        value={most}
        error={bounds[1] === null && t`This is no amount.`}
        onChange={(event) => setMost(event.currentTarget.value)}
      />
      <Button type="submit" size="xs">
        <Trans>Apply</Trans>
      </Button>
    </form>
  );
}
