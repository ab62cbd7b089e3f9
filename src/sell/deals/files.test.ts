import { once } from "node:events";
import { readdir, utimes } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sweepFiles } from "#platform/files/sweep.ts";
import { worldPassword } from "../../../test/world/cast.ts";
import type { Client } from "../../../test/world/client.ts";
import { submitOne } from "../../../test/world/played.ts";
import { createWorld, type World } from "../../../test/world/world.ts";
import { maxFileBytes } from "../evidence/contract.ts";
import { kindOf } from "../evidence/index.ts";
import {
  approveDeal,
  beginDeal,
  type DealDetail,
  discardDeal,
  getDeal,
  maxFilesBytes,
  proposeOutcome,
  tellDecision,
} from "./contract.ts";

const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const page = "<!doctype html><script>alert(1)</script>";
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const contentTypes = (main: string) =>
  `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${main}.main+xml"/></Types>`;

/** An archive whose parts are not compressed. */
function zip(parts: Readonly<Record<string, string>>): Buffer {
  return Buffer.concat(
    Object.entries(parts).flatMap(([name, content]) => {
      const head = Buffer.alloc(30);
      head.writeUInt32LE(0x04034b50, 0);
      head.writeUInt32LE(content.length, 18);
      head.writeUInt32LE(content.length, 22);
      head.writeUInt16LE(name.length, 26);
      return [head, Buffer.from(name), Buffer.from(content)];
    }),
  );
}
const docx = { "[Content_Types].xml": contentTypes(word), "word/document.xml": "<w/>" };

describe("what a file is, its content says", () => {
  test.each<[string, Buffer | string, string | null]>([
    ["a PDF", pdf, "application/pdf"],
    ["a picture", png, "image/png"],
    ["a document", zip(docx), word],
    [
      "a document whose list of parts comes late",
      zip({ "word/media/a": "x".repeat(200_000), ...docx }),
      word,
    ],
    ["plain text", "They agreed on 3 units.\n", "text/plain; charset=utf-8"],
    ["text in four scripts", "Grüße, 北京, Ελλάδα, مرحبا 🙂", "text/plain; charset=utf-8"],
    ["a PDF that is a page too", Buffer.concat([pdf, Buffer.from(page)]), "application/pdf"],
    ["a picture that is a script too", Buffer.concat([png, Buffer.from(`/*${page}*/`)]), "image/png"],
    ["a document that is a page too", Buffer.concat([zip(docx), Buffer.from(page)]), word],
    ["a page that is a PDF too", Buffer.concat([Buffer.from(page), pdf]), null],
    ["a GIF that is a script too", "GIF89a/*\0\0*/=1;alert(1)//", null],
    ["any archive", zip({ "a.js": "alert(1)" }), null],
    [
      "a document with macros",
      zip({ "[Content_Types].xml": contentTypes("application/vnd.ms-word.document.macroEnabled") }),
      null,
    ],
    [
      "a drawing with a script",
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      null,
    ],
    ["a drawing behind a comment", `<!--${"x".repeat(70_000)}--><svg onload="alert(1)"/>`, null],
    ["a page", "<!DOCTYPE html><p>hello</p>", null],
    ["a program of Windows", Buffer.from("4d5a90000300000004000000ffff0000", "hex"), null],
    ["a program of Linux", Buffer.from("7f454c4602010100", "hex"), null],
    ["bytes that are no text", Buffer.from([0xff, 0xfe, 0x00, 0xd8]), null],
    ["text with null bytes", "a\0b", null],
  ])("%s", async (_what, content, kind) => {
    expect(await kindOf(() => Readable.from([Buffer.from(content)]))).toBe(kind);
  });

  test("a tag that is cut in two by the way it was read", async () => {
    expect(await kindOf(() => Readable.from([Buffer.from("x <scr"), Buffer.from("ipt>")]))).toBe(null);
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
const add = (client: Client, deal: { id: string }, content: Buffer, name: string) =>
  client.send("POST", `/deals/${deal.id}/files`, form(content, name));
const stored = () => readdir(world.hanse.files.folder).catch(() => []);
const links = async (client: Client, deal: DealDetail, at = 0): Promise<string> => {
  const link = await client.get(`/deals/${deal.id}/files/${deal.files[at]?.id}`);
  return `${world.origin}${link.body.url}`;
};

test("a proof is handed out by a link without a cookie, as an attachment, to those who see the registration", async () => {
  const seller = world.as("birch-seller");
  const deal = await submitOne(world, seller, "Proof Ltd");
  const added = await add(seller, deal, pdf, "offer=1.html");
  expect(added).toMatchObject({
    status: 201,
    body: { files: [{ name: "offer=1.html", contentType: "application/pdf" }] },
  });
  for (const who of ["birch-admin", "alpine-admin", "channel-manager"] as const) {
    const got = await fetch(await links(world.as(who), added.body));
    expect(got.status, who).toBe(200);
    expect(Buffer.from(await got.arrayBuffer())).toEqual(pdf);
    expect(Object.fromEntries(got.headers)).toMatchObject({
      "content-disposition": `attachment; filename="offer_1.html.pdf"; filename*=UTF-8''offer%3D1.html.pdf`,
      "content-type": "application/pdf",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "referrer-policy": "no-referrer",
      "cache-control": "private, no-store",
    });
    expect(got.headers.getSetCookie()).toEqual([]);
  }
  const address = `/deals/${deal.id}/files/${added.body.files[0].id}`;
  for (const who of ["cedar-admin", "elm-admin", "direct-seller"] as const)
    expect((await world.as(who).get(address)).status, who).not.toBe(200);
  const before = await links(seller, added.body);
  expect((await seller.delete(address)).body.files).toEqual([]);
  expect((await seller.get(address)).status).toBe(404);
  expect((await fetch(before)).status).toBe(404);
});

test("a link is over after a minute, is one reader's, and cannot be made or changed by anybody else", async () => {
  const seller = world.as("birch-seller");
  const { body: deal } = await add(seller, await submitOne(world, seller, "Link Ltd"), png, "photo.png");
  const link = await links(seller, deal);
  const token = link.split("/").at(-1) ?? "";
  const bytes = Buffer.from(token, "base64url");
  const forged = [40, 50, 53, 80].map((at) => {
    const other = Buffer.from(bytes);
    other[at] = (other[at] ?? 0) ^ 1;
    return other.toString("base64url");
  });
  for (const other of [...forged, token.slice(1), `${token}A`, "x", "%00"])
    expect((await fetch(link.replace(token, other))).status, other).toBe(404);
  for (const kind of ["import", "constructor", "__proto__"])
    expect((await fetch(link.replace("/deal/", `/${kind}/`))).status, kind).toBe(404);
  // Whoever was let go in between reads no more.
  const vendorId = world.vendors.nordwind.uuid;
  const deactivate = (at: string | null) =>
    world.admin.query("update membership set deactivated_at = $2 where vendor_id = $1 and email = $3", [
      vendorId,
      at,
      world.people["birch-seller"].email,
    ]);
  await deactivate("2026-06-15T08:00:00Z");
  expect((await fetch(link)).status).toBe(404);
  await deactivate(null);
  expect((await fetch(link)).status).toBe(200);
  const now = world.clock.now();
  world.clock.set(now.add({ seconds: 60 }));
  expect(await (await fetch(link)).json()).toMatchObject({ status: 404, type: "link-over" });
  world.clock.set(now);
});

test("the session's cookie is not sent to where files are handed out", async () => {
  const answer = await fetch(`${world.origin}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: world.origin },
    body: JSON.stringify({ email: world.people["birch-seller"].email, password: worldPassword }),
  });
  expect(answer.status).toBe(200);
  const cookies = answer.headers.getSetCookie();
  expect(cookies).not.toEqual([]);
  for (const cookie of cookies) expect(cookie).toMatch(/; Path=\/api(?:;|$)/);
});

describe("a name", () => {
  const long = `${"äöü🙂".repeat(80)}.pdf`;
  test.each([
    ["with a path", "../../etc/passwd", "passwd"],
    ["with a path of Windows", "C:\\temp\\offer.pdf", "offer.pdf"],
    ["that reads the other way round", "offer\u202efdp.exe", "offerfdp.exe"],
    ["with what is not seen", "of\u200bfer\u2066\u0007.pdf", "offer.pdf"],
    ["of more than 255 characters", long, `${[...long].slice(0, 195).join("")}….pdf`],
    ["of nothing", "\u202e", "upload"],
    ["in four scripts", "Angebot 北京 Ελλάδα مرحبا 🙂.pdf", "Angebot 北京 Ελλάδα مرحبا 🙂.pdf"],
  ])("%s is shown as it is safe to be", async (_what, given, shown) => {
    const seller = world.as("birch-seller");
    const draft = await seller.call(beginDeal, { body: {} });
    const { body } = await add(seller, draft, pdf, given);
    expect(body.files[0].name).toBe(shown);
    const got = await fetch(await links(seller, body));
    const handedOut = shown.endsWith(".pdf") ? shown : `${shown}.pdf`;
    expect(got.headers.get("content-disposition")).toContain(`UTF-8''${encodeURIComponent(handedOut)}`);
  });
});

test("what is not taken is told beside the field, and nothing is kept", async () => {
  const seller = world.as("birch-seller");
  const deal = await submitOne(world, seller, "Refused Ltd");
  const before = await stored();
  for (const [content, name] of [
    ["<svg/>", "logo.png"],
    ["", "nothing.pdf"],
    ["4d5a90000300000004000000ffff0000", "invoice.pdf"],
  ] as const) {
    const bytes = name === "invoice.pdf" ? Buffer.from(content, "hex") : Buffer.from(content);
    expect(await add(seller, deal, bytes, name), name).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/file" }] },
    });
  }
  const large = await add(seller, deal, Buffer.alloc(maxFileBytes + 1, "a"), "a.txt");
  expect(large).toMatchObject({
    status: 413,
    body: { type: "file-too-large", errors: [{ pointer: "/file" }] },
  });
  expect((await seller.call(getDeal, { params: { dealId: deal.id } })).files).toEqual([]);
  expect(await stored()).toEqual(before);
});

test("all files of a registration together have a limit", async () => {
  const seller = world.as("birch-seller");
  const draft = await seller.call(beginDeal, { body: {} });
  const { body: deal } = await add(seller, draft, pdf, "first.pdf");
  await world.admin.query(
    "update registration_file set file_bytes = $1 where 'dfl_' || replace(id::text, '-', '') = $2",
    [maxFilesBytes - 4, deal.files[0].id],
  );
  const before = await stored();
  expect(await add(seller, draft, Buffer.from("12345"), "last.txt")).toMatchObject({
    status: 409,
    body: { type: "enough-files", detail: expect.stringContaining("100 MB") },
  });
  expect(await stored()).toEqual(before);
  expect((await add(seller, draft, Buffer.from("1234"), "last.txt")).status).toBe(201);
});

/** Sends as much of a file as the server takes, deaf to its answer until the end; says how much that was. */
async function pour(dealId: string, bytes: number, declared: boolean) {
  const { hostname, port } = new URL(world.origin);
  const socket = connect(Number(port), hostname);
  const closed = once(socket, "close").catch(() => {});
  socket.on("error", () => {});
  const answer: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => answer.push(chunk));
  const identity = Object.entries(world.as("birch-seller").identity).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const size = declared ? `content-length: ${bytes}` : "transfer-encoding: chunked";
  const head = [
    `POST /api/v1/deals/${dealId}/files HTTP/1.1`,
    `host: ${hostname}`,
    ...identity,
    "content-type: multipart/form-data; boundary=the-boundary",
    size,
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  const framed = (data: Buffer | string) =>
    declared
      ? data
      : Buffer.concat([
          Buffer.from(`${data.length.toString(16)}\r\n`),
          Buffer.from(data),
          Buffer.from("\r\n"),
        ]);
  socket.write(
    framed('--the-boundary\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'),
  );
  const chunk = Buffer.alloc(64 * 1024, "a");
  let sent = 0;
  while (!socket.destroyed && sent < bytes) {
    sent += chunk.length;
    if (!socket.write(framed(chunk))) await Promise.race([once(socket, "drain").catch(() => {}), closed]);
  }
  return { socket, closed, sent, answer: () => Buffer.concat(answer).toString("utf8") };
}

test.each([
  ["declared", true],
  ["not declared", false],
])(
  "a file of 500 MB, %s, is refused early with a sentence, and the server takes no more of it",
  async (_how, declared) => {
    const draft = await world.as("birch-seller").call(beginDeal, { body: {} });
    const before = await stored();
    const { answer, sent, closed } = await pour(draft.id, 500 * 1024 * 1024, declared);
    await closed;
    expect(answer()).toMatch(/^HTTP\/1.1 413 /);
    expect(answer()).toContain("The file is larger than 25 MB. Send the part that matters.");
    expect(sent).toBeLessThan(64 * 1024 * 1024);
    expect(await stored()).toEqual(before);
    expect((await world.as("birch-seller").get(`/deals/${draft.id}`)).status).toBe(200);
  },
);

test("an upload that breaks off leaves nothing", async () => {
  const draft = await world.as("birch-seller").call(beginDeal, { body: {} });
  const before = await stored();
  const { socket, closed } = await pour(draft.id, 4 * 1024 * 1024, false);
  await expect.poll(async () => (await stored()).length).toBe(before.length + 1);
  socket.destroy();
  await closed;
  await expect.poll(stored).toEqual(before);
  expect((await world.as("birch-seller").get(`/deals/${draft.id}`)).body.files).toEqual([]);
});

test("what shows an outcome comes with it, and stays as long as it does", async () => {
  const seller = world.as("birch-seller");
  const manager = world.as("channel-manager");
  const deal = await submitOne(world, seller, "Signed Supplies");
  const params = { dealId: deal.id };
  const { body: submitted } = await add(seller, deal, pdf, "offer.pdf");
  await manager.call(approveDeal, { params, ifMatch: deal.version, body: {} });
  await manager.call(tellDecision, { params });
  world.clock.advance({ minutes: 5 });
  const { body: slip } = await add(seller, deal, pdf, "slip.pdf");
  const added = (body: DealDetail, name: string) => body.files.find((file) => file.name === name)?.id ?? "";
  expect((await seller.delete(`/deals/${deal.id}/files/${added(slip, "slip.pdf")}`)).status).toBe(200);
  const early = await seller.delete(`/deals/${deal.id}/files/${added(submitted, "offer.pdf")}`);
  expect(early).toMatchObject({ status: 409, body: { type: "file-decided-on" } });
  const { body: signed } = await add(seller, deal, pdf, "order.pdf");
  const order = added(signed, "order.pdf");
  const other = await seller.call(beginDeal, { body: {} });
  const { body: elsewhere } = await add(seller, other, pdf, "elsewhere.pdf");
  const lost = { outcome: "lost", closedOn: "2026-06-15", reason: "They chose another one." } as const;
  const refused = await seller.post(`/deals/${deal.id}/outcomes`, {
    ...lost,
    documents: [elsewhere.files[0].id],
  });
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: "/documents" }] } });
  const said = await seller.call(proposeOutcome, { params, body: { ...lost, documents: [order] } });
  expect(said.outcomes).toMatchObject([{ outcome: "lost", documents: [{ id: order, name: "order.pdf" }] }]);
  const seen = await manager.call(getDeal, { params });
  expect(seen.outcomes[0]?.documents).toEqual(said.outcomes[0]?.documents);
  const removed = await seller.delete(`/deals/${deal.id}/files/${order}`);
  expect(removed).toMatchObject({ status: 409, body: { type: "file-in-use" } });
});

test("files that no row names any more are swept away, once they are old enough; others stay", async () => {
  const seller = world.as("birch-seller");
  const { body: kept } = await add(seller, await seller.call(beginDeal, { body: {} }), pdf, "kept.pdf");
  const gone = await seller.call(beginDeal, { body: {} });
  await add(seller, gone, pdf, "gone.pdf");
  await seller.call(discardDeal, { params: { dealId: gone.id } });
  const { key: fresh } = await world.hanse.files.receive(Readable.from(["crashed"]), "a.txt", 100);
  const { rows: named } = await world.admin.query<{ file_key: string }>(
    "select file_key from registration_file",
  );
  const now = world.clock.now();
  for (const key of await stored())
    if (key !== fresh) await utimes(join(world.hanse.files.folder, key), 0, 0);
  await utimes(
    join(world.hanse.files.folder, fresh),
    now.epochMilliseconds / 1000,
    now.epochMilliseconds / 1000,
  );
  const vendors = ["nordwind", "suedstern"] as const;
  const all = vendors.map((name) => {
    const { uuid, ...rest } = world.vendors[name];
    return { ...rest, id: uuid };
  });
  expect(await sweepFiles(world.hanse, all)).toBeGreaterThan(0);
  expect(new Set(await stored())).toEqual(new Set([...named.map((row) => row.file_key), fresh]));
  expect((await fetch(await links(seller, kept))).status).toBe(200);
});
