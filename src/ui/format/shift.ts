import { isDecimal } from "./money.ts";

/**
 * A decimal text with its point moved `places` to the right (to the left where negative), exactly: `0.0825` by 2 is
 * `8.25`. What is no decimal comes back as it is.
 */
export function shifted(text: string, places: number): string {
  if (!isDecimal(text)) return text;
  const sign = text.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = text.replace("-", "").split(".");
  const digits = `${"0".repeat(Math.max(0, -places))}${whole}${fraction}${"0".repeat(Math.max(0, places))}`;
  const point = Math.max(0, -places) + whole.length + places;
  const before = digits.slice(0, point).replace(/^0+(?=\d)/, "");
  const after = digits.slice(point).replace(/0+$/, "");
  return `${sign}${before === "" ? "0" : before}${after === "" ? "" : `.${after}`}`;
}
