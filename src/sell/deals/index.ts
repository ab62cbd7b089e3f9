import type { Pool } from "pg";
import type { Door } from "#platform/database/door.ts";
import type { FileStore } from "#platform/files/files.ts";
import type { FileLinks } from "#platform/files/links.ts";
import type { Job } from "#platform/jobs/jobs.ts";
import { keepTime } from "./server/clock.ts";
import { closings } from "./server/outcome.ts";
import { createSigner } from "./server/receipt.ts";
import { earlierReceiptKeys, keepReceiptKey } from "./server/receipt-keys.ts";
import { rivals } from "./server/rivals.ts";
import { dealRoutes } from "./server/routes.ts";

export { clocksDue, type RunningClock } from "./server/breaches.ts";
export { fileReaders } from "./server/files.ts";
export { notices } from "./server/notices.ts";
export { policy } from "./server/policy.ts";
export { type DealVerdict, verifyDealReceipt } from "./server/verify-receipt.ts";

interface DealServices {
  secret: string;
  files: FileStore;
  fileLinks: FileLinks;
  ownerPool: Pool;
}

export function routes({ secret, files, fileLinks, ownerPool }: DealServices) {
  const signer = createSigner(secret);
  return dealRoutes({
    signer,
    files,
    fileLinks,
    earlierKeys: () => earlierReceiptKeys(ownerPool, signer.publicKey),
  });
}

/** Before anything is signed: the key that it is signed with is noted. */
export function prepare({ secret, ownerPool }: Pick<DealServices, "secret" | "ownerPool">): Promise<void> {
  return keepReceiptKey(ownerPool, createSigner(secret).publicKey);
}

export function jobs({ door }: { door: Door }): Job[] {
  return [
    {
      name: "deals.clock",
      schedule: "* * * * *",
      run: async (vendor) => {
        await keepTime(door, vendor);
      },
    },
  ];
}

export function handlers() {
  return [...closings(), ...rivals()];
}
