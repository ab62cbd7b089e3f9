import { allVendors } from "#platform/jobs/jobs.ts";
import type { Hanse } from "../hanse.ts";
import { type Command, flag } from "./command.ts";
import { onInstallation } from "./installed.ts";
import { auditBooks, type Finding, linesToProve, proveLine } from "./ledger-audit.ts";
import { endProgress, showProgress } from "./terminal.ts";

const sampleSize = 200;
/** Lines that are proved in one transaction. */
const batchSize = 100;

export const verifyLedger: Command = {
  name: "verify ledger",
  usage: "[--all]",
  summary: "Add the books up a second time and recompute receipts; say where anything differs.",
  details: [
    "Every account is compared with the lines that it was booked for, holder by holder, from the postings themselves.",
    `Receipts: ${sampleSize} of each vendor, or all of them with --all. Exit code 1 when anything differs.`,
  ],
  options: { all: flag },
  words: 0,
  async run(given) {
    const most = given.flag("all") ? null : sampleSize;
    const findings = await onInstallation(async ({ hanse }) => {
      const all: Finding[] = [];
      for (const vendor of await allVendors(hanse.controlPool))
        all.push(...(await verify(hanse, vendor, most)));
      return all;
    });
    for (const finding of findings) console.error(finding);
    return findings.length === 0 ? 0 : 1;
  },
};

type Vendor = Awaited<ReturnType<typeof allVendors>>[number];

async function verify(hanse: Hanse, vendor: Vendor, most: number | null): Promise<Finding[]> {
  const { findings, ids } = await hanse.door.withJob(vendor, async (tx) => ({
    findings: await auditBooks(tx),
    ids: await linesToProve(tx, most),
  }));
  for (let from = 0; from < ids.length; from += batchSize) {
    showProgress(`${vendor.name}: receipt ${from} of ${ids.length} …`);
    await hanse.door.withJob(vendor, async (tx) => {
      for (const id of ids.slice(from, from + batchSize)) {
        const finding = await proveLine(tx, id);
        if (finding !== null) findings.push(finding);
      }
    });
  }
  endProgress();
  const named = findings.map((finding) => `${vendor.name}: ${finding}`);
  if (named.length === 0) console.log(`${vendor.name}: the books agree, and ${ids.length} receipts hold.`);
  return named;
}
