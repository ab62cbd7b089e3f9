/*
 * A picture that somebody gives us and everybody's browser shows: only PNG, and of it only what draws it. Texts, places,
 * thumbnails and whatever hangs on its end are left out. Pure.
 */

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** PNG 3.0, chapter 11: what is needed to draw it as it was meant. */
const drawn = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB"]);

export interface Picture {
  content: Buffer;
  width: number;
  height: number;
}

/** The picture without what does not draw it; null where these bytes are no whole PNG. */
export function cleanPng(bytes: Buffer): Picture | null {
  if (!bytes.subarray(0, signature.length).equals(signature)) return null;
  const kept: Buffer[] = [signature];
  let at = signature.length;
  let size: { width: number; height: number } | null = null;
  let drawsSomething = false;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (size === null && type !== "IHDR") return null;
    if (type === "IHDR") {
      if (size !== null || length !== 13) return null;
      size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    }
    drawsSomething ||= type === "IDAT";
    if (drawn.has(type)) kept.push(bytes.subarray(at, end));
    if (type === "IEND") {
      return size !== null && drawsSomething ? { content: Buffer.concat(kept), ...size } : null;
    }
    at = end;
  }
  return null;
}
