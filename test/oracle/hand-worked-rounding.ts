import { type HandWorked, win } from "./hand-worked-case.ts";

const master = "Holt Brandt";

export const handWorkedRounding: HandWorked[] = [
  {
    name: "half a cent goes to the even cent, down and up",
    master,
    rows: [
      win("H06-A", "Fay Holm", "2017-05-10", ["MG Special", "100.05"]),
      win("H06-B", "Fay Holm", "2017-05-11", ["MG Special", "100.15"]),
      win("H06-C", "Fay Holm", "2017-05-12", ["GTK 500", "100.10"]),
      win("H06-D", "Fay Holm", "2017-05-13", ["GTX Basic", "50.25"]),
      win("H06-E", "Fay Holm", "2017-05-14", ["GTX Basic", "150.75"]),
    ],
    pays: [
      // 10.005 → 10.00; 2.001 → 2.00
      ["H06-A", "Silver", 1000n, 200n],
      // 10.015 → 10.02; 2.003 → 2.00
      ["H06-B", "Silver", 1002n, 200n],
      // 100.10 × 5 % = 5.005 → 5.00; 2.002 → 2.00
      ["H06-C", "Silver", 500n, 200n],
      // 50.25 × 8 % = 4.02; 1.005 → 1.00
      ["H06-D", "Silver", 402n, 100n],
      // 150.75 × 8 % = 12.06; 3.015 → 3.02
      ["H06-E", "Silver", 1206n, 302n],
    ],
  },
  {
    name: "ties that only the multiplier makes: one rounding, after all factors",
    master,
    rows: [
      win("H07-A", "Gus Berg", "2017-05-10", ["GTK 500", "120000"]),
      win("H07-B", "Gus Berg", "2017-08-10", ["MG Special", "55"]),
      win("H07-C", "Gus Berg", "2017-08-11", ["MG Special", "53"]),
      win("H07-D", "Gus Berg", "2017-08-12", ["GTX Basic", "0.04"]),
    ],
    pays: [
      // 120000.00 × 5 % = 6000.00; × 2 % = 2400.00
      ["H07-A", "Silver", 600000n, 240000n],
      // 55.00 × 10 % × 1.25 = 6.875 → 6.88; 1.10
      ["H07-B", "Platinum", 688n, 110n],
      // 53.00 × 10 % × 1.25 = 6.625 → 6.62; 1.06
      ["H07-C", "Platinum", 662n, 106n],
      // 0.04 × 8 % × 1.25 = 0.0040 → 0.00; 0.0008 → 0.00
      ["H07-D", "Platinum", 0n, 0n],
    ],
  },
  {
    name: "several lines: each its own rate, summed before the one rounding",
    master,
    rows: [
      win(
        "H08-A",
        "Hedi Lund",
        "2017-05-10",
        ["MG Special", "10.05"],
        ["GTX Basic", "10"],
        ["GTK 500", "100.10"],
      ),
    ],
    // 1.005 + 0.80 + 5.005 = 6.81 (rounded one by one it would be 1.00 + 0.80 + 5.00 = 6.80);
    // 10.05 + 10.00 + 100.10 = 120.15; × 2 % = 2.403 → 2.40
    pays: [["H08-A", "Silver", 681n, 240n]],
  },
  {
    name: "several lines at Gold: the multiplier on the sum",
    master,
    rows: [
      win("H09-A", "Ivo Dahl", "2017-05-10", ["GTK 500", "60000"]),
      win("H09-B", "Ivo Dahl", "2017-08-10", ["MG Special", "100"], ["GTX Basic", "6.25"]),
    ],
    pays: [
      ["H09-A", "Silver", 300000n, 120000n],
      // (10.00 + 0.50) × 1.10 = 11.55; 106.25 × 2 % = 2.125 → 2.12
      ["H09-B", "Gold", 1155n, 212n],
    ],
  },
];
