import { createHmac, randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The installation's own secret: made at the first start, kept beside the data, never shown. */
export async function readSecret(dataFolder: string): Promise<string> {
  const path = join(dataFolder, "secret");
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  try {
    await writeFile(path, `${randomBytes(32).toString("base64url")}\n`, {
      mode: 0o600,
      flag: "wx",
      flush: true,
    });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const secret = (await readFile(path, "utf8")).trim();
  if (secret.length < 32)
    throw new Error(`The file ${path} is damaged: it should hold the installation's secret.`);
  return secret;
}

/** A key for one purpose, so that no two uses of the secret can be mixed up. */
export function derive(secret: string, purpose: string, ...parts: string[]): Buffer {
  const hmac = createHmac("sha256", secret).update(purpose);
  for (const part of parts) hmac.update("\0").update(part);
  return hmac.digest();
}
