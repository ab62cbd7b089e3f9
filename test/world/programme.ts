import { createHash } from "node:crypto";
import { type Ids, idsOf, type PartnerName, partners, type VendorName } from "./cast.ts";

/* What the world sells, to whom, and how far each sale has come. */

/** A text of the vendor, as features tell them. */
export const contactNotice = {
  text: "We use the contact's data for this deal only.",
  hash: createHash("sha256").update("en\nWe use the contact's data for this deal only.").digest("hex"),
};

export interface ProductCast extends Ids {
  vendor: VendorName;
  name: string;
  series: string;
  listPriceMinor: bigint;
}

const product = (key: string, name: string, series: string, listPriceMinor: bigint): ProductCast => ({
  ...idsOf("prd", key),
  vendor: "nordwind",
  name,
  series,
  listPriceMinor,
});

export const products = {
  gust: product("gust", "Gust Basic", "GTX", 550_00n),
  gale: product("gale", "Gale Special", "MG", 3_393_00n),
  storm: product("storm", "Storm 500", "GTK", 26_768_00n),
  southwind: { ...product("southwind", "Südwind Eins", "GTX", 900_00n), vendor: "suedstern" },
} satisfies Record<string, ProductCast>;
export type ProductName = keyof typeof products;

export interface AccountCast extends Ids {
  vendor: VendorName;
  name: string;
  sector: string;
  country: string;
  parent: string | null;
}

const account = (
  key: string,
  name: string,
  sector: string,
  country: string,
  parent: string | null = null,
): AccountCast => ({ ...idsOf("acc", key), vendor: "nordwind", name, sector, country, parent });

export const accounts = {
  halden: account("halden", "Halden Foundry", "manufacturing", "NO"),
  kvarner: account("kvarner", "Kvarner Marine", "marine", "HR"),
  lumen: account("lumen", "Lumen Retail", "retail", "DE"),
  lumenNord: account("lumenNord", "Lumen Retail Nord", "retail", "DE", "lumen"),
  osprey: account("osprey", "Osprey Health", "medical", "US"),
  quarry: account("quarry", "Quarry Finance", "finance", "US"),
  ridge: account("ridge", "Ridge Telecom", "telecommunications", "US"),
  sandor: account("sandor", "Sandor Media", "entertainment", "HU"),
  // The second vendor knows a company of the same name.
  southKvarner: { ...account("southKvarner", "Kvarner Marine", "marine", "HR"), vendor: "suedstern" },
} satisfies Record<string, AccountCast>;
export type AccountName = keyof typeof accounts;

/** A sale of the world, in dollars and cents; at most one of `partner` and `seller` says whose it is. */
export interface OpportunityCast extends Ids {
  vendor: VendorName;
  partner: PartnerName | null;
  /** Sold by the vendor's own seller. */
  direct: boolean;
  account: AccountName | null;
  product: ProductName;
  name: string;
  stage: "prospecting" | "engaging" | "won" | "lost";
  valueMinor: bigint | null;
  engagedOn: string;
  closedOn: string | null;
}

type Sale = Pick<
  OpportunityCast,
  "account" | "product" | "stage" | "valueMinor" | "engagedOn" | "closedOn"
> & {
  title: string;
};

const open = (account: AccountName, product: ProductName, valueMinor: bigint): Sale => ({
  title: "new line",
  account,
  product,
  stage: "engaging",
  valueMinor,
  engagedOn: "2026-05-04",
  closedOn: null,
});
const won = (
  account: AccountName,
  product: ProductName,
  valueMinor: bigint,
  closedOn = "2026-05-20",
): Sale => ({
  title: "replacement",
  account,
  product,
  stage: "won",
  valueMinor,
  engagedOn: "2026-01-12",
  closedOn,
});
const lost = (account: AccountName, product: ProductName): Sale => ({
  title: "trial",
  account,
  product,
  stage: "lost",
  valueMinor: null,
  engagedOn: "2026-02-02",
  closedOn: "2026-04-08",
});

const owned = (key: string, partner: PartnerName, { title, ...sale }: Sale): OpportunityCast => ({
  ...idsOf("opp", key),
  ...sale,
  vendor: partners[partner].vendor,
  name: `${partners[partner].name}: ${title}`,
  partner,
  direct: false,
});

/** A sale of the vendor itself, by its own seller or by nobody yet. */
const ownSale = (key: string, direct: boolean, { title, ...sale }: Sale): OpportunityCast => ({
  ...idsOf("opp", key),
  ...sale,
  vendor: "nordwind",
  name: `${direct ? "Direct" : "House"}: ${title}`,
  partner: null,
  direct,
});

/*
 * Each agent has one sale in progress, one won in May, one lost, and one won in February that makes its tier of the
 * second quarter: Birch is Gold and Delta Platinum, the rest Silver. Birch and Cedar both work Kvarner Marine.
 */
export const opportunities = {
  alpineOpen: owned("alpineOpen", "alpine", open("halden", "storm", 26_768_00n)),
  alpineWon: owned("alpineWon", "alpine", won("halden", "gust", 1_200_00n)),
  alpineWonEarlier: owned("alpineWonEarlier", "alpine", won("halden", "gust", 5_000_00n, "2026-02-17")),
  alpineLost: owned("alpineLost", "alpine", lost("quarry", "gust")),
  birchOpen: owned("birchOpen", "birch", open("kvarner", "gale", 3_400_00n)),
  birchWon: owned("birchWon", "birch", won("kvarner", "gust", 10_000_00n)),
  birchWonEarlier: owned("birchWonEarlier", "birch", won("lumen", "storm", 80_000_00n, "2026-02-17")),
  birchLost: owned("birchLost", "birch", lost("lumen", "gale")),
  cedarOpen: owned("cedarOpen", "cedar", open("kvarner", "gale", 3_300_00n)),
  cedarWon: owned("cedarWon", "cedar", won("kvarner", "gale", 7_333_33n)),
  cedarWonEarlier: owned("cedarWonEarlier", "cedar", won("lumenNord", "storm", 30_000_00n, "2026-02-17")),
  cedarLost: owned("cedarLost", "cedar", lost("osprey", "storm")),
  deltaOpen: owned("deltaOpen", "delta", open("osprey", "gust", 560_00n)),
  deltaWon: owned("deltaWon", "delta", won("osprey", "gale", 4_000_00n)),
  deltaWonEarlier: owned("deltaWonEarlier", "delta", won("ridge", "storm", 130_000_00n, "2026-02-17")),
  deltaLost: owned("deltaLost", "delta", lost("ridge", "gust")),
  elmOpen: owned("elmOpen", "elm", open("ridge", "gust", 600_00n)),
  elmWon: owned("elmWon", "elm", won("sandor", "storm", 25_000_00n)),
  elmWonEarlier: owned("elmWonEarlier", "elm", won("sandor", "gust", 2_000_00n, "2026-02-17")),
  elmLost: owned("elmLost", "elm", lost("sandor", "gale")),
  firOpen: owned("firOpen", "fir", open("quarry", "storm", 27_000_00n)),
  firWon: owned("firWon", "fir", won("quarry", "gale", 3_393_00n)),
  firWonEarlier: owned("firWonEarlier", "fir", won("quarry", "gust", 900_00n, "2026-02-17")),
  firLost: owned("firLost", "fir", lost("halden", "gale")),
  directOpen: ownSale("directOpen", true, open("lumen", "gust", 700_00n)),
  directWon: ownSale("directWon", true, won("osprey", "gale", 9_000_00n)),
  houseOpen: { ...ownSale("houseOpen", false, open("halden", "gust", 550_00n)), account: null },
  southOpen: owned("southOpen", "ginster", open("southKvarner", "southwind", 5_000_00n)),
  southWon: owned("southWon", "ginster", won("southKvarner", "southwind", 8_000_00n)),
} satisfies Record<string, OpportunityCast>;
export type OpportunityName = keyof typeof opportunities;
