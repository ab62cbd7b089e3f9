import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { submitOne } from "../../../test/world/played.ts";
import { createWorld, type World } from "../../../test/world/world.ts";
import { maxFileBytes } from "./contract.ts";
import { kindOf } from "./server/files.ts";

const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

describe("what a file is, its content says", () => {
  test.each<[string, Buffer | string, string | null]>([
    ["a PDF", pdf, "application/pdf"],
    ["a picture", png, "image/png"],
    [
      "a picture that is a script too",
      Buffer.concat([png, Buffer.from("/*<script>alert(1)</script>*/")]),
      "image/png",
    ],
    ["plain text", "They agreed on 3 units.\n", "text/plain; charset=utf-8"],
    [
      "a drawing with a script",
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      null,
    ],
    ["a page", "<!DOCTYPE html><p>hello</p>", null],
    ["a program", Buffer.from("7f454c4602010100", "hex"), null],
    ["bytes that are no text", Buffer.from([0xff, 0xfe, 0x00, 0xd8]), null],
  ])("%s", async (_what, content, kind) => {
    expect(await kindOf(Readable.from([Buffer.from(content)]))).toBe(kind);
  });
});

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

function form(content: Buffer, name: string): FormData {
  const sent = new FormData();
  sent.set("file", new Blob([new Uint8Array(content)], { type: "text/html" }), name);
  return sent;
}

test("a proof is kept, handed out as an attachment to those who see the registration, and taken away", async () => {
  const seller = world.as("birch-seller");
  const deal = await submitOne(world, seller, "Proof Ltd");
  const added = await seller.send("POST", `/deals/${deal.id}/files`, form(pdf, "offer=1.html"));
  expect(added).toMatchObject({
    status: 201,
    body: { files: [{ name: "offer=1.html", contentType: "application/pdf" }] },
  });
  const address = `/deals/${deal.id}/files/${added.body.files[0].id}`;
  for (const who of ["birch-admin", "alpine-admin", "channel-manager"] as const) {
    const got = await world.as(who).get(address);
    expect(got.status, who).toBe(200);
    expect(got.headers.get("content-disposition")).toMatch(/^attachment; /);
    expect(got.headers.get("content-type")).toBe("application/pdf");
    expect(got.headers.get("x-content-type-options")).toBe("nosniff");
  }
  for (const who of ["cedar-admin", "elm-admin", "direct-seller"] as const)
    expect((await world.as(who).get(address)).status, who).not.toBe(200);
  expect((await seller.delete(address)).body.files).toEqual([]);
  expect((await seller.get(address)).status).toBe(404);
});

test("what is not taken is told in a sentence, and nothing is kept", async () => {
  const seller = world.as("birch-seller");
  const deal = await submitOne(world, seller, "Refused Ltd");
  const refused = await seller.send(
    "POST",
    `/deals/${deal.id}/files`,
    form(Buffer.from("<svg/>"), "logo.png"),
  );
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: "/file" }] } });
  const large = await seller.send(
    "POST",
    `/deals/${deal.id}/files`,
    form(Buffer.alloc(maxFileBytes + 1, "a"), "a.txt"),
  );
  expect(large).toMatchObject({ status: 413, body: { type: "file-too-large" } });
  expect((await seller.get(`/deals/${deal.id}`)).body.files).toEqual([]);
});
