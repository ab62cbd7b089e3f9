import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Kind } from "./kindWords.ts";

const shared: Readonly<Record<string, MessageDescriptor>> = {
  "external-id": msg`External id`,
  name: msg`Name`,
};

const byKind: Readonly<Record<Kind, Readonly<Record<string, MessageDescriptor>>>> = {
  products: {
    series: msg`Series`,
    "list-price": msg`List price`,
    "other-prices": msg`Prices in other currencies`,
    currency: msg`Currency of the list price`,
  },
  accounts: {
    sector: msg`Sector`,
    "year-established": msg`Year established`,
    "annual-revenue": msg`Annual revenue in millions`,
    employees: msg`Employees`,
    country: msg`Country`,
    parent: msg`Belongs to`,
  },
  partners: {
    type: msg`Type`,
    territory: msg`Territory`,
    country: msg`Country`,
    parent: msg`Master`,
  },
  opportunities: {
    owner: msg`Partner`,
    seller: msg`Direct seller`,
    account: msg`Account`,
    product: msg`Product`,
    quantity: msg`Quantity`,
    stage: msg`Stage`,
    value: msg`Value`,
    "engaged-on": msg`Engaged on`,
    "closed-on": msg`Closed on`,
  },
  facts: {
    partner: msg`Partner`,
    kind: msg`Kind`,
    day: msg`Day`,
    value: msg`Value`,
    currency: msg`Currency`,
    "valid-until": msg`Valid until`,
    source: msg`Source`,
  },
};

/** What a field of a kind of file is called; its key where it has no words yet. */
export function fieldLabel(i18n: I18n, kind: Kind, key: string): string {
  const words = byKind[kind][key] ?? shared[key];
  return words ? i18n._(words) : key;
}
