import { isDecimal } from "../format/money.ts";
import { useFormat } from "../format/useFormat.ts";

/** How much of something, as it was told: `3`, or an amount with its currency, `600.00 USD`. */
export function Quantity({ value }: { value: string }) {
  const format = useFormat();
  const [amount = "", currency] = value.split(" ");
  if (!isDecimal(amount)) return value;
  return <bdi>{currency === undefined ? format.exact(amount) : format.money({ amount, currency })}</bdi>;
}
