import { readFile } from "node:fs/promises";
import { explainInEnglish, verifyReceipt } from "#incentivize/plans/index.ts";
import { Problem } from "#platform/problem.ts";
import { type DealVerdict, verifyDealReceipt } from "#sell/deals/index.ts";
import type { Command } from "./command.ts";

const maxReceiptBytes = 5 * 1024 * 1024;

export const verifyReceiptFile: Command = {
  name: "verify receipt",
  usage: "FILE",
  summary: "Recompute a receipt and say in plain sentences why the amount is what it is.",
  details: [
    "FILE is the JSON that the receipt of a line or of a registration is downloaded as. No database is needed: everything from which the amount",
    "follows is in the file. Exit code 1 when it does not hold.",
  ],
  options: {},
  words: 1,
  async run(given) {
    const [path = ""] = given.words;
    const document = await documentIn(path);
    const deal = verifyDealReceipt(document);
    if (deal !== null) return tellOfDeal(deal);
    const verdict = verifyReceipt(document);
    if (!verdict.ok) {
      console.error(
        `This receipt does not hold${verdict.path === "" ? "" : ` (${verdict.path})`}: ${verdict.reason}`,
      );
      return 1;
    }
    for (const line of explainInEnglish(verdict.receipt)) console.log(line);
    console.log(`OK: recomputed to the same bytes (${verdict.receipt.digest}).`);
    return 0;
  },
};

function tellOfDeal(deal: DealVerdict): number {
  if (!deal.ok) {
    console.error(`This receipt does not hold: ${deal.reason}.`);
    return 1;
  }
  for (const line of deal.lines) console.log(line);
  console.log(
    `OK: signed with the key ${deal.publicKey}. Compare it with /api/v1/deal-receipt-key of the vendor, which also names the keys of before.`,
  );
  return 0;
}

async function documentIn(path: string): Promise<unknown> {
  try {
    const content = await readFile(path);
    if (content.length > maxReceiptBytes) throw new Error("it is too large to be a receipt");
    return JSON.parse(content.toString("utf8"));
  } catch (error) {
    const why =
      error instanceof SyntaxError
        ? "it is not JSON"
        : error instanceof Error
          ? error.message
          : String(error);
    throw new Problem({
      status: 422,
      type: "unreadable",
      detail: `${path} cannot be read as a receipt: ${why}.`,
    });
  }
}
