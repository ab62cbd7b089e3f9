import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smallPng } from "../../../../test/matrix/inputs.ts";
import { cleanPng } from "./png.ts";

const pixel = Buffer.from(smallPng, "base64");

/** A chunk as it stands in a file; its checksum is of no account here. */
function chunk(type: string, data: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type + data, "latin1"), Buffer.alloc(4)]);
}

/** With something put in after the head, and something hung on the end. */
function stuffed(inside: Buffer, behind = Buffer.alloc(0)): Buffer {
  const head = 8 + 25;
  return Buffer.concat([pixel.subarray(0, head), inside, pixel.subarray(head), behind]);
}

describe("a picture", () => {
  test("is taken with its size, byte for byte where it is clean", () => {
    expect(cleanPng(pixel)).toEqual({ content: pixel, width: 1, height: 1 });
  });

  test("loses what does not draw it: texts, places, and what hangs on its end", () => {
    const place = chunk("eXIf", "47.37 N, 8.54 E");
    const text = chunk("tEXt", "Comment\0<script>alert(1)</script>");
    const page = Buffer.from("<html><script>alert(1)</script>");
    expect(cleanPng(stuffed(Buffer.concat([place, text]), page))?.content).toEqual(pixel);
  });

  test.each([
    ["an SVG", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")],
    ["a JPEG", Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ["half of one", pixel.subarray(0, 50)],
    ["one without its end", pixel.subarray(0, -12)],
    ["nothing", Buffer.alloc(0)],
  ])("is not %s", (_what, bytes) => {
    expect(cleanPng(bytes)).toBeNull();
  });

  test("is read or refused, whatever the bytes are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const given = Buffer.concat([pixel.subarray(0, 8), Buffer.from(bytes)]);
        const clean = cleanPng(given);
        if (clean !== null) expect(clean.content.length).toBeLessThanOrEqual(given.length);
      }),
    );
  });
});
