import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Import, importKinds } from "../contract.ts";

export type Kind = (typeof importKinds)[number];

interface KindWords {
  name: MessageDescriptor;
  /** What such a file holds. */
  holds: MessageDescriptor;
  /** What it is worth to bring it. */
  worth: MessageDescriptor;
  /** The act that begins it. */
  act: MessageDescriptor;
  /** What the file is called where it is dropped. */
  file: MessageDescriptor;
  /** The act that leads to what came of it. */
  see: MessageDescriptor;
  /** Where people find what came of it. */
  list: string;
}

/** In the order in which an empty programme is filled: opportunities name all the others. */
export const kindOrder: readonly Kind[] = ["products", "accounts", "partners", "opportunities", "facts"];

export const kindWords: Readonly<Record<Kind, KindWords>> = {
  products: {
    name: msg`Products`,
    holds: msg`What is sold: name, series, list price.`,
    worth: msg`Plans set their rates by series, so deals need to know what was sold.`,
    act: msg`Import products`,
    file: msg`A CSV file with your products`,
    see: msg`See the products`,
    list: "/products",
  },
  accounts: {
    name: msg`Accounts`,
    holds: msg`Who buys: name, sector, country, size, and whom they belong to.`,
    worth: msg`Deals are made with accounts; two partners at one account are seen early.`,
    act: msg`Import accounts`,
    file: msg`A CSV file with your accounts`,
    see: msg`See the accounts`,
    list: "/accounts",
  },
  partners: {
    name: msg`Partners`,
    holds: msg`Who sells with you: name, type, territory, and who stands above them.`,
    worth: msg`Deals need an owner to earn for, and overrides need the hierarchy.`,
    act: msg`Import partners`,
    file: msg`A CSV file with your partners`,
    see: msg`See the partners`,
    list: "/partners",
  },
  opportunities: {
    name: msg`Opportunities`,
    holds: msg`The deals: whose, with whom, of what, how far, for how much.`,
    worth: msg`Wins are what runs compute commission from.`,
    act: msg`Import opportunities`,
    file: msg`A CSV file with your opportunities`,
    see: msg`See the opportunities`,
    list: "/opportunities",
  },
  facts: {
    name: msg`Facts`,
    holds: msg`What partners are measured by: whose, of which kind, on which day, how much, and from where.`,
    worth: msg`Tiers can ask for what the product does not see happen, such as certificates or satisfaction.`,
    act: msg`Import facts`,
    file: msg`A CSV file with your facts`,
    see: msg`See the partners`,
    list: "/partners",
  },
};

/** The kind that an address or another text names; undefined when it names none. */
export function kindNamed(text: string | undefined): Kind | undefined {
  return kindOrder.find((kind) => kind === text);
}

/** The kind whose records a field's cells refer to, and which may have to come in first. */
export function kindBehind(kind: Kind, field: string): Kind | undefined {
  if (kind === "facts" && field === "partner") return "partners";
  if (kind !== "opportunities") return undefined;
  const behind: Readonly<Record<string, Kind>> = {
    owner: "partners",
    account: "accounts",
    product: "products",
  };
  return behind[field];
}

/** What is going on, by the phase of the work. */
export const phaseWords: Readonly<Record<NonNullable<Import["progress"]["phase"]>, MessageDescriptor>> = {
  waiting: msg`Waiting until another import has ended`,
  reading: msg`Reading the file`,
  comparing: msg`Comparing with what is there`,
  trying: msg`Trying out what a run would do`,
  writing: msg`Taking the rows over`,
};
