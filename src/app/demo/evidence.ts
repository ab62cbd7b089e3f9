import { Readable } from "node:stream";
import * as deals from "#sell/deals/contract.ts";
import type { Caller } from "../caller.ts";

/** What agents keep of their customers: notes of a visit, an enquiry that came by mail. */
const papers = [
  {
    name: "Notes of the visit.txt",
    text: "Met the head of dispatch and two planners at the depot.\nThey replace 40 units next quarter and decide with their board.\nNext: a trial at the northern site.\n",
  },
  {
    name: "Enquiry by mail.txt",
    text: "Could you send us an offer for 40 units, delivered in two lots, and the terms of service for three years?\n",
  },
];

/** Adds them to a registration that waits. */
export async function addEvidence(caller: Caller, dealId: string): Promise<void> {
  for (const { name, text } of papers) {
    const content = Readable.from([Buffer.from(text)]);
    await caller.call(deals.addDealFile, { params: { dealId }, file: { name, content } });
  }
}
