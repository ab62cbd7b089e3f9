import { releaseDue } from "#incentivize/earnings/index.ts";
import { listPayouts, releasePayout } from "#incentivize/payouts/contract.ts";
import { allVendors } from "#platform/jobs/jobs.ts";
import { Problem } from "#platform/problem.ts";
import { as, type Command } from "./command.ts";
import { everyItem } from "./every-item.ts";
import { inTheNameOf, onInstallation } from "./installed.ts";

export const releaseHolds: Command = {
  name: "release holds",
  usage: "",
  summary: "End the holds that are over today, as the hourly job does.",
  details: ["It follows from the plans alone, so it needs nobody's right. Doing it again does nothing."],
  options: {},
  words: 0,
  async run() {
    await onInstallation(async ({ hanse }) => {
      for (const vendor of await allVendors(hanse.controlPool)) {
        const { lines } = await hanse.door.withJob(vendor, releaseDue);
        console.log(`${vendor.name}: ${lines} lines released.`);
      }
    });
    return 0;
  },
};

export const releasePayoutBatch: Command = {
  name: "release payout",
  usage: "NUMBER --as EMAIL",
  summary: "Release a payout batch that somebody else has made.",
  details: ["NUMBER is the batch's number, as its page shows it."],
  options: as,
  words: 1,
  async run(given) {
    const [wanted = ""] = given.words;
    await inTheNameOf(given.needed("as"), async (caller) => {
      for await (const { id, number } of everyItem((query) => caller.call(listPayouts, { query }))) {
        if (String(number) !== wanted) continue;
        const { payees, total } = await caller.call(releasePayout, { params: { payoutId: id } });
        console.log(`Batch ${number} is released: ${total.amount} ${total.currency} to ${payees} payees.`);
        return;
      }
      throw new Problem({ status: 404, type: "not-found", detail: `There is no payout batch ${wanted}.` });
    });
    return 0;
  },
};
