import type { Region } from "./regions.ts";

/** A country list as one line of codes. */
const of = (codes: string) => codes.split(" ");
const region = (key: string, name: string, parent: string | null, countries: string): Region => ({
  key,
  name,
  parent,
  countries: countries === "" ? [] : of(countries),
});

/** Regions that many vendors work by, offered to begin with. A region stands after the one that it lies in. */
export const usualRegions: readonly Region[] = [
  region("emea", "EMEA", null, ""),
  region("dach", "DACH", "emea", "AT CH DE LI"),
  region("nordics", "Nordics", "emea", "DK FI IS NO SE"),
  region("uk-ireland", "UK and Ireland", "emea", "GB GG IE IM JE"),
  region("france", "France", "emea", "FR MC"),
  region("benelux", "Benelux", "emea", "BE LU NL"),
  region("southern-europe", "Southern Europe", "emea", "AD CY ES GI GR IT MT PT SM VA"),
  region(
    "eastern-europe",
    "Eastern Europe",
    "emea",
    "AL BA BG BY CZ EE HR HU LT LV MD ME MK PL RO RS RU SI SK UA",
  ),
  region("middle-east", "Middle East", "emea", "AE BH IL IQ IR JO KW LB OM PS QA SA SY TR YE"),
  region(
    "africa",
    "Africa",
    "emea",
    "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW",
  ),
  region("apac", "APAC", null, "AF AM AZ BD BT GE KG KZ LK MM MN MV NP PK TJ TM UZ"),
  region("anz", "Australia and New Zealand", "apac", "AU NZ"),
  region("japan", "Japan", "apac", "JP"),
  region("korea", "Korea", "apac", "KP KR"),
  region("greater-china", "Greater China", "apac", "CN HK MO TW"),
  region("india", "India", "apac", "IN"),
  region("asean", "ASEAN", "apac", "BN ID KH LA MY PH SG TH TL VN"),
  region("americas", "Americas", null, ""),
  region("north-america", "North America", "americas", "CA US"),
  region(
    "latin-america",
    "Latin America",
    "americas",
    "AG AR BB BO BR BS BZ CL CO CR CU DM DO EC GD GT GY HN HT JM KN LC MX NI PA PE PR PY SR SV TT UY VC VE",
  ),
];
