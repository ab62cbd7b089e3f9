import type { PartnerType } from "#ecosystem/partner-types/contract.ts";

/** A company of the demo's own, beside the agents of the export. */
export interface FurtherPartner {
  /** Its external id too. */
  name: string;
  types: readonly PartnerType[];
  territory: string;
  /** The first one is its main location. */
  locations: readonly { name: string; country: string; entity?: string }[];
}

/**
 * Partners of every type that the export does not have, in several countries. The companies are invented, in words that
 * no company we could find goes by; whoever is called so all the same is not meant.
 */
export const furtherPartners: readonly FurtherPartner[] = [
  {
    name: "Brennhaag IT-Betrieb",
    types: ["msp"],
    territory: "DACH",
    locations: [
      { name: "Kassel", country: "DE", entity: "Brennhaag IT-Betrieb GmbH" },
      { name: "Linz", country: "AT", entity: "Brennhaag Österreich GmbH" },
    ],
  },
  {
    name: "Rautenfjell Drift",
    types: ["msp", "reseller"],
    territory: "Nordics",
    locations: [
      { name: "Drammen", country: "NO", entity: "Rautenfjell Drift AS" },
      { name: "Karlstad", country: "SE" },
    ],
  },
  {
    name: "Najmat Sahil Cloud",
    types: ["msp"],
    territory: "Middle East",
    locations: [
      { name: "Sharjah", country: "AE", entity: "Najmat Sahil Cloud FZE" },
      { name: "Dammam", country: "SA" },
    ],
  },
  {
    name: "Pennyquoit Operations",
    types: ["msp"],
    territory: "East",
    locations: [
      { name: "Scranton", country: "US", entity: "Pennyquoit Operations LLC" },
      { name: "Halifax", country: "CA" },
    ],
  },
  {
    name: "Tannwaldt Bürosysteme",
    types: ["reseller"],
    territory: "DACH",
    locations: [{ name: "Suhl", country: "DE", entity: "Tannwaldt Bürosysteme KG" }],
  },
  {
    name: "Vellichorne Integration",
    types: ["integrator"],
    territory: "West Europe",
    locations: [
      { name: "Preston", country: "GB", entity: "Vellichorne Integration Ltd" },
      { name: "Lille", country: "FR" },
    ],
  },
  {
    name: "Halbmondt Distribution",
    types: ["distributor"],
    territory: "Central Europe",
    locations: [
      { name: "Cottbus", country: "DE", entity: "Halbmondt Distribution SE" },
      { name: "Zielona Góra", country: "PL" },
      { name: "Liberec", country: "CZ" },
    ],
  },
  {
    name: "Corrandale Alliance Software",
    types: ["technology-alliance", "referral"],
    territory: "West Europe",
    locations: [{ name: "Sligo", country: "IE" }],
  },
  {
    name: "Marlowick Reviews",
    types: ["affiliate"],
    territory: "West",
    locations: [{ name: "Boise", country: "US" }],
  },
  {
    name: "Tessaro & Quintavalle",
    types: ["influencer"],
    territory: "South Europe",
    locations: [{ name: "Pordenone", country: "IT" }],
  },
  {
    name: "Bazaarlijn Cloudmarkt",
    types: ["marketplace"],
    territory: "West Europe",
    locations: [{ name: "Zwolle", country: "NL" }],
  },
  {
    name: "Okonjor Advisory",
    types: ["advisor"],
    territory: "Africa",
    locations: [
      { name: "Ibadan", country: "NG" },
      { name: "Kumasi", country: "GH" },
    ],
  },
  {
    name: "Fernhollow Direct",
    types: ["direct-agent"],
    territory: "Central",
    locations: [{ name: "Topeka", country: "US" }],
  },
];
