import { type HandWorked, win } from "./hand-worked-case.ts";
import { handWorkedMasters } from "./hand-worked-masters.ts";
import { handWorkedRounding } from "./hand-worked-rounding.ts";
import type { Team } from "./naive-plan.ts";

const master = "Holt Brandt";

export const handWorked: HandWorked[] = [
  {
    name: "first quarter: nothing before it, so Silver",
    master,
    rows: [win("H01-A", "Ada North", "2017-03-15", ["GTX Basic", "1000"])],
    // 1000.00 × 8 % × 1.00 = 80.00; 1000.00 × 2 % = 20.00
    pays: [["H01-A", "Silver", 8000n, 2000n]],
  },
  {
    name: "Gold from exactly 60,000",
    master,
    rows: [
      win("H02-A", "Ben Ost", "2017-05-10", ["MG Advanced", "60000"]),
      win("H02-B", "Ben Ost", "2017-08-10", ["GTX Basic", "1000"]),
    ],
    pays: [
      // 60000.00 × 10 % = 6000.00; × 2 % = 1200.00
      ["H02-A", "Silver", 600000n, 120000n],
      // 1000.00 × 8 % × 1.10 = 88.00
      ["H02-B", "Gold", 8800n, 2000n],
    ],
  },
  {
    name: "one cent less than 60,000 is Silver",
    master,
    rows: [
      win("H03-A", "Cleo West", "2017-05-10", ["MG Advanced", "59999.99"]),
      win("H03-B", "Cleo West", "2017-08-10", ["GTX Basic", "1000"]),
    ],
    pays: [
      // 59999.99 × 10 % = 5999.999 → 6000.00; × 2 % = 1199.9998 → 1200.00
      ["H03-A", "Silver", 600000n, 120000n],
      ["H03-B", "Silver", 8000n, 2000n],
    ],
  },
  {
    name: "Platinum from exactly 120,000, reached by two wins",
    master,
    rows: [
      win("H04-A", "Dora South", "2017-04-01", ["GTX Basic", "100000"]),
      win("H04-B", "Dora South", "2017-06-30", ["GTX Basic", "20000"]),
      win("H04-C", "Dora South", "2017-07-01", ["GTX Basic", "1000"]),
    ],
    pays: [
      ["H04-A", "Silver", 800000n, 200000n],
      ["H04-B", "Silver", 160000n, 40000n],
      // 1000.00 × 8 % × 1.25 = 100.00
      ["H04-C", "Platinum", 10000n, 2000n],
    ],
  },
  {
    name: "one cent less than 120,000 is Gold",
    master,
    rows: [
      win("H05-A", "Emil Sund", "2017-05-10", ["GTX Basic", "119999.99"]),
      win("H05-B", "Emil Sund", "2017-08-10", ["GTX Basic", "1000"]),
    ],
    pays: [
      // 119999.99 × 8 % = 9599.9992 → 9600.00; × 2 % = 2399.9998 → 2400.00
      ["H05-A", "Silver", 960000n, 240000n],
      ["H05-B", "Gold", 8800n, 2000n],
    ],
  },
  ...handWorkedRounding,
  {
    name: "nobody above: a commission and no override",
    rows: [win("H10-A", "Jule Ahl", "2017-03-15", ["MG Special", "55"])],
    // 55.00 × 10 % = 5.50
    pays: [["H10-A", "Silver", 550n]],
  },
  ...handWorkedMasters,
  {
    name: "a quarter without a win ends the tier",
    master,
    rows: [
      win("H11-A", "Kai Moe", "2017-02-10", ["GTX Basic", "200000"]),
      win("H11-B", "Kai Moe", "2017-08-10", ["GTX Basic", "1000"]),
    ],
    pays: [
      ["H11-A", "Silver", 1600000n, 400000n],
      ["H11-B", "Silver", 8000n, 2000n],
    ],
  },
  {
    name: "the year turns: the fourth quarter makes the first one's tier",
    master,
    rows: [
      win("H12-A", "Lea Roth", "2017-12-31", ["GTX Basic", "60000"]),
      win("H12-B", "Lea Roth", "2018-01-01", ["GTX Basic", "1000"]),
      win("H12-C", "Lea Roth", "2018-03-31", ["GTX Basic", "1000"]),
      win("H12-D", "Lea Roth", "2018-04-01", ["GTX Basic", "1000"]),
    ],
    pays: [
      ["H12-A", "Silver", 480000n, 120000n],
      ["H12-B", "Gold", 8800n, 2000n],
      ["H12-C", "Gold", 8800n, 2000n],
      // 2,000 in the first quarter: Silver again
      ["H12-D", "Silver", 8000n, 2000n],
    ],
  },
  {
    name: "the quarter's own wins do not lift its tier",
    master,
    rows: [
      win("H13-A", "Mia Falk", "2017-07-01", ["GTX Basic", "120000"]),
      win("H13-B", "Mia Falk", "2017-09-30", ["GTX Basic", "1000"]),
    ],
    pays: [
      ["H13-A", "Silver", 960000n, 240000n],
      ["H13-B", "Silver", 8000n, 2000n],
    ],
  },
  {
    name: "a leap day is a day of its month and quarter",
    master,
    rows: [
      win("H14-A", "Nils Beck", "2024-02-29", ["GTX Basic", "60000"]),
      win("H14-B", "Nils Beck", "2024-05-31", ["GTX Basic", "1000"]),
    ],
    pays: [
      ["H14-A", "Silver", 480000n, 120000n],
      ["H14-B", "Gold", 8800n, 2000n],
    ],
  },
  {
    name: "only won value counts for the tier",
    master,
    rows: [
      { ...win("H15-A", "Olga Prem", "2017-05-10", ["GTX Basic", "120000"]), stage: "Lost" },
      { ...win("H15-B", "Olga Prem", "", ["GTX Basic", "120000"]), stage: "Engaging" },
      win("H15-C", "Olga Prem", "2017-08-10", ["GTX Basic", "1000"]),
    ],
    pays: [["H15-C", "Silver", 8000n, 2000n]],
  },
  {
    name: "a win without a product, or with one nobody sells, is a problem and earns nothing",
    master,
    rows: [
      win("H16-A", "Per Vik", "2017-05-10", ["", "500"]),
      win("H16-B", "Per Vik", "2017-05-11", ["GTX Basic", "100"], ["", "500"]),
      win("H16-C", "Per Vik", "2017-05-12", ["GTZ Basic", "500"]),
    ],
    pays: [],
    problems: [
      { opportunityId: "H16-A", reason: "no product" },
      { opportunityId: "H16-B", reason: "no product" },
      { opportunityId: "H16-C", reason: "unknown product" },
    ],
  },
  {
    name: "an ordinary import earns nothing, a channel manager's entry does",
    master,
    rows: [
      { ...win("H17-A", "Rea Thom", "2017-05-10", ["GTX Basic", "1000"]), origin: "ordinary import" },
      { ...win("H17-B", "Rea Thom", "2017-05-11", ["GTX Basic", "1000"]), origin: "channel manager" },
    ],
    pays: [["H17-B", "Silver", 8000n, 2000n]],
  },
  {
    name: "a win of the vendor's own earns no partner anything",
    rows: [win("H18-A", "", "2017-05-10", ["GTX Basic", "1000"])],
    pays: [],
  },
  {
    name: "GTXPro is the export's spelling of GTX Pro",
    master,
    rows: [win("H19-A", "Sven Uhl", "2017-05-10", ["GTXPro", "4514"])],
    // 4514.00 × 8 % = 361.12; × 2 % = 90.28
    pays: [["H19-A", "Silver", 36112n, 9028n]],
  },
  {
    name: "a win of nothing earns nothing, is no problem, and makes no tier",
    master,
    rows: [
      win("H20-A", "Tove Lind", "2017-05-10", ["GTX Basic", "0"]),
      win("H20-B", "Tove Lind", "2017-08-10", ["GTX Basic", "1000"]),
    ],
    pays: [
      ["H20-A", "Silver", 0n, 0n],
      ["H20-B", "Silver", 8000n, 2000n],
    ],
  },
];

/** The teams of all hand-worked cases. */
export const handWorkedTeams: Team[] = handWorked.flatMap((each) => {
  const agents = new Set(each.rows.map((row) => row.agent).filter((agent) => agent !== ""));
  const above = each.above ?? [{ master: each.master ?? "" }];
  return [...agents].flatMap((agent) => above.map((one) => ({ agent, ...one })));
});
