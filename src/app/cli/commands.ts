import { backup, restore, verifyBackup } from "./backup.ts";
import type { Command } from "./command.ts";
import { importFile } from "./import.ts";
import { personPassword } from "./person.ts";
import { releaseHolds, releasePayoutBatch } from "./release.ts";
import { runPlan } from "./run.ts";
import { status } from "./status.ts";
import { vendorCreate } from "./vendor.ts";
import { verifyLedger } from "./verify-ledger.ts";
import { verifyReceiptFile } from "./verify-receipt.ts";

/** All commands, in the order in which help lists them. */
export const commands: readonly Command[] = [
  vendorCreate,
  personPassword,
  importFile,
  runPlan,
  releaseHolds,
  releasePayoutBatch,
  backup,
  restore,
  verifyReceiptFile,
  verifyLedger,
  verifyBackup,
  status,
];
