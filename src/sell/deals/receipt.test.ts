import { describe, expect, test } from "vitest";
import { canonical, createSigner, isGenuine } from "./server/receipt.ts";
import { verifyDealReceipt } from "./server/verify-receipt.ts";

const signer = createSigner("a secret of an installation that nobody else has");
const document = canonical({
  number: 7,
  receivedAt: "2026-06-15T09:00:00Z",
  rulesVersion: 2,
  vendor: { name: "Nordwind" },
  partner: { name: "Birch" },
  customer: { name: "Halden", country: "NO" },
});
const receipt = signer.sign(document);

describe("a receipt", () => {
  test("holds anywhere, and says what was received when", () => {
    expect(verifyDealReceipt(JSON.parse(JSON.stringify(receipt)))).toEqual({
      ok: true,
      publicKey: signer.publicKey,
      lines: [
        "Nordwind received registration 7 of Birch at 2026-06-15T09:00:00Z.",
        "Customer: Halden, NO. Rules of engagement: version 2.",
      ],
    });
  });

  test("signed again by the same installation is the same", () => {
    expect(createSigner("a secret of an installation that nobody else has").sign(document)).toEqual(receipt);
    expect(createSigner("another installation's secret, as long as it is").publicKey).not.toBe(
      signer.publicKey,
    );
  });

  test.each([
    ["another time", { ...receipt, document: document.replace("09:00", "08:59") }],
    ["another digest", { ...receipt, sha256: receipt.sha256.replace(/^./, (c) => (c === "0" ? "1" : "0")) }],
    ["another key", { ...receipt, publicKey: createSigner("x".repeat(40)).publicKey }],
    ["no key", { ...receipt, publicKey: "" }],
    ["a broken signature", { ...receipt, signature: receipt.signature.slice(2) }],
  ])("with %s does not hold", (_what, forged) => {
    expect(isGenuine(forged)).toBe(false);
    expect(verifyDealReceipt(forged)).toMatchObject({ ok: false });
  });

  test("of a payment is none of a registration", () => {
    expect(verifyDealReceipt({ format: "hanse-receipt/1" })).toBeNull();
  });
});
