import { Readable } from "node:stream";
import { fileTypeFromStream } from "file-type";
import { fileKinds } from "../contract.ts";

/*
 * What a file is, its content says, whatever its name. What a browser could run as it stands is no proof; what is a
 * proof and something else besides is handed out as the proof that it is.
 */

const textKind = "text/plain; charset=utf-8";

/** The kind of a file by its content; null for one that is not taken. Reads it in parts, whatever its size. */
export async function kindOf(open: () => Readable): Promise<string | null> {
  const source = open();
  try {
    const found = await fileTypeFromStream(Readable.toWeb(source));
    if (found !== undefined) return Object.hasOwn(fileKinds, found.mime) ? found.mime : null;
  } finally {
    source.destroy();
  }
  return (await isPlainText(open())) ? textKind : null;
}

/** What makes a page, a drawing or a script of a text, wherever it stands. */
const markup = /<\s*(?:!doctype|html|head|svg|script|\?xml|body|iframe)/i;
/** A tag may begin in one part and end in the next. */
const longestTag = 50;

/** Text without markup: what has a tag in it could be a page or a drawing with a script. */
async function isPlainText(content: Readable): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let before = "";
  try {
    for await (const chunk of content) {
      const text = before + decoder.decode(chunk, { stream: true });
      if (text.includes("\0") || markup.test(text)) return false;
      before = text.slice(-longestTag);
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
