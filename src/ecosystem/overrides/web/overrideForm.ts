import type { Parameter } from "../contract.ts";
import type { ParameterValue } from "../value.ts";

/** What is typed of a value, whatever its kind: one row for each currency, or one text. */
export interface TypedValue {
  amounts: readonly { row: number; number: string; currency: string }[];
  text: string;
}

export const emptyValue: TypedValue = { amounts: [], text: "" };

/** What the program says to all, to begin with. */
export function globalTyped(parameter: Parameter | undefined): TypedValue {
  const said = parameter?.globalValue ?? null;
  switch (said?.kind) {
    case "threshold":
      return {
        amounts: said.amounts.map(({ number, currency }, row) => ({ row, number, currency: currency ?? "" })),
        text: "",
      };
    case "benefit":
      return { amounts: [], text: said.value };
    case "days":
      return { amounts: [], text: String(said.days) };
    case "references":
      return { amounts: [], text: said.names.join("\n") };
    default:
      return emptyValue;
  }
}

/** The value as it is sent; nothing while nothing is chosen. */
export function valueFrom(parameter: Parameter | undefined, { amounts, text }: TypedValue): unknown {
  switch (parameter?.about.kind) {
    case "threshold":
      return {
        kind: "threshold",
        amounts: amounts.map(
          ({ number, currency }): (ParameterValue & { kind: "threshold" })["amounts"][number] => ({
            number,
            currency: currency === "" ? null : currency,
          }),
        ),
      };
    case "benefit":
      return { kind: "benefit", value: text };
    case "protection-days":
      return { kind: "days", days: Number(text) };
    case "agreements":
    case "content":
      return {
        kind: "references",
        names: text
          .split("\n")
          .map((line) => line.trim())
          .filter((line) => line !== ""),
      };
    default:
      return undefined;
  }
}
