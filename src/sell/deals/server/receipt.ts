import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import canonicalize from "canonicalize";
import { derive } from "#platform/auth/secret.ts";
import type { DealReceipt } from "../contract.ts";

/** Signs receipts with the installation's own key: whoever has the public key can check them, anywhere. */
export interface ReceiptSigner {
  /** Raw Ed25519 key, base64url. */
  publicKey: string;
  sign(document: string): DealReceipt;
}

/** The start of an Ed25519 private key in PKCS #8, as RFC 8410 has it; the 32 bytes of the seed follow. */
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");
const spki = Buffer.from("302a300506032b6570032100", "hex");

/** The key follows from the installation's secret, so a restored installation signs with the same. */
export function createSigner(secret: string): ReceiptSigner {
  const seed = derive(secret, "deal-receipt");
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(privateKey)
    .export({ format: "der", type: "spki" })
    .subarray(spki.length)
    .toString("base64url");
  return {
    publicKey,
    sign: (document) => ({
      format: "hanse-deal/1",
      document,
      sha256: createHash("sha256").update(document).digest("hex"),
      signature: sign(null, Buffer.from(document), privateKey).toString("base64url"),
      publicKey,
    }),
  };
}

/** Whether the receipt's bytes are what was signed by the key that it names. */
export function isGenuine(receipt: DealReceipt): boolean {
  try {
    const key = createPublicKey({
      key: Buffer.concat([spki, Buffer.from(receipt.publicKey, "base64url")]),
      format: "der",
      type: "spki",
    });
    const bytes = Buffer.from(receipt.document);
    const sameDigest = createHash("sha256").update(bytes).digest("hex") === receipt.sha256;
    return sameDigest && verify(null, bytes, key, Buffer.from(receipt.signature, "base64url"));
  } catch {
    return false;
  }
}

/** The same bytes for the same content. */
export function canonical(content: object): string {
  const text = canonicalize(content);
  if (text === undefined) throw new Error("What was submitted cannot be written as JSON.");
  return text;
}
