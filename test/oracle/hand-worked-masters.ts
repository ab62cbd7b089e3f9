import { type HandWorked, win } from "./hand-worked-case.ts";

/* 1000.00 × 8 % = 80.00 each; the override, where somebody is above on the day of close, × 2 % = 20.00. */
export const handWorkedMasters: HandWorked[] = [
  {
    name: "a master until the day before the close gets nothing of it, until the day of close the override",
    above: [{ master: "Holt Brandt", to: "2017-05-09" }],
    rows: [
      win("H21-A", "Una Berg", "2017-05-09", ["GTX Basic", "1000"]),
      win("H21-B", "Una Berg", "2017-05-10", ["GTX Basic", "1000"]),
    ],
    pays: [
      ["H21-A", "Silver", 8000n, 2000n, "Holt Brandt"],
      ["H21-B", "Silver", 8000n],
    ],
  },
  {
    name: "a master from the day of close on gets the override, from the day after nothing",
    above: [{ master: "Holt Brandt", from: "2017-05-10" }],
    rows: [
      win("H22-A", "Vera Kant", "2017-05-09", ["GTX Basic", "1000"]),
      win("H22-B", "Vera Kant", "2017-05-10", ["GTX Basic", "1000"]),
    ],
    pays: [
      ["H22-A", "Silver", 8000n],
      ["H22-B", "Silver", 8000n, 2000n, "Holt Brandt"],
    ],
  },
  {
    name: "from one day to the next another master: each gets the override of its own days",
    above: [
      { master: "Holt Brandt", to: "2017-05-09" },
      { master: "Iris Cole", from: "2017-05-10" },
    ],
    rows: [
      win("H23-A", "Wim Oost", "2017-05-09", ["GTX Basic", "1000"]),
      win("H23-B", "Wim Oost", "2017-05-10", ["GTX Basic", "1000"]),
    ],
    pays: [
      ["H23-A", "Silver", 8000n, 2000n, "Holt Brandt"],
      ["H23-B", "Silver", 8000n, 2000n, "Iris Cole"],
    ],
  },
];
