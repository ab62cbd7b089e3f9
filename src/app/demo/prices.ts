import { changeProduct, listProducts } from "#ecosystem/products/contract.ts";
import type { Caller } from "../caller.ts";

/** What the list says in euro, as it was decided for Europe rather than converted. */
const inEuro: Readonly<Record<string, string>> = {
  "GTX Basic": "520.00",
  "GTX Pro": "4590.00",
  "MG Advanced": "3250.00",
};

/** Sets list prices in a second currency beside those of the CRM's own file. */
export async function setEuroPrices(manager: Caller): Promise<void> {
  const { items } = await manager.call(listProducts, {});
  for (const { id, name, version } of items) {
    const amount = inEuro[name];
    if (amount === undefined) continue;
    const body = { otherPrices: [{ amount, currency: "EUR" }] };
    await manager.call(changeProduct, { params: { productId: id }, ifMatch: version, body });
  }
}
