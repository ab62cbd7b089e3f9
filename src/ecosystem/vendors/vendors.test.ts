import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { smallPng } from "../../../test/matrix/inputs.ts";
import { createWorld, type World } from "../../../test/world/world.ts";
import { changeSettings, dropLogo, getSettings, setLogo } from "./contract.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

type Change = NonNullable<Parameters<ReturnType<World["as"]>["patch"]>[1]>;

async function change(body: Change, who: "admin" | "south-admin" = "admin") {
  const { version } = await world.as(who).call(getSettings);
  return world.as(who).patch("/settings", body, { ifMatch: version });
}

const asked = async (path: string, host: string) => {
  const url = new URL(path, world.origin);
  // A browser's fetch does not let the host be said, so it is asked by hand.
  const { request } = await import("node:http");
  return new Promise<{ status: number; type: string; text: string }>((resolve, reject) => {
    request(url, { headers: { host } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          type: answer.headers["content-type"] ?? "",
          text: Buffer.concat(parts).toString("latin1"),
        }),
      );
    })
      .on("error", reject)
      .end();
  });
};

describe("a brand", () => {
  test("is shown to nobody yet under the vendor's host, and the neutral one under any other", async () => {
    await change({
      host: "Partners.Nordwind.example",
      productName: "Nordwind Partner Hub",
      accentColour: "#a1306b",
    });
    await world.as("admin").call(setLogo, { params: { scheme: "light" }, body: { content: smallPng } });
    const own = JSON.parse((await asked("/api/v1/brand", "partners.nordwind.example:8080")).text);
    expect(own).toMatchObject({
      vendorName: "Nordwind Systems",
      productName: "Nordwind Partner Hub",
      accentColour: "#a1306b",
      logos: { light: { width: 1, height: 1 }, dark: null },
    });
    const neutral = JSON.parse((await asked("/api/v1/brand", "hanse.example")).text);
    expect(neutral).toEqual({
      vendorName: null,
      productName: null,
      accentColour: null,
      accentColourDark: null,
      logos: { light: null, dark: null },
    });
    const manifest = await asked("/manifest.webmanifest", "partners.nordwind.example");
    expect(manifest.type).toContain("manifest+json");
    expect(JSON.parse(manifest.text)).toMatchObject({ name: "Nordwind Partner Hub", theme_color: "#a1306b" });
    expect(JSON.parse((await asked("/manifest.webmanifest", "elsewhere.example")).text).name).toBe("Hanse");
    const picture = await asked(own.logos.light.url, "anything.example");
    expect(picture).toMatchObject({ status: 200, type: "image/png" });
    expect(Buffer.from(picture.text, "latin1")).toEqual(Buffer.from(smallPng, "base64"));
  });

  test("has a host that no other vendor has, also where two ask for it at once", async () => {
    expect((await change({ host: "partners.nordwind.example" }, "south-admin")).body).toMatchObject({
      status: 409,
      type: "host-taken",
    });
    const answers = await Promise.all([
      change({ host: "race.example" }),
      change({ host: "race.example" }, "south-admin"),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test("has no logo that is no picture, and can go without one", async () => {
    const svg = Buffer.from("<svg onload='alert(1)'/>").toString("base64");
    const answer = await world.as("admin").put("/settings/logos/dark", { content: svg });
    expect(answer.body).toMatchObject({ status: 422, errors: [{ pointer: "/content" }] });
    const { logos } = await world.as("admin").call(dropLogo, { params: { scheme: "light" } });
    expect(logos).toEqual({ light: null, dark: null });
  });

  test.each([
    ["https://partners.example", "/host"],
    ["localhost", "/host"],
  ])("a host such as %s is refused beside the field", async (host, pointer) => {
    expect((await change({ host })).body.errors).toMatchObject([{ pointer }]);
  });
});

test("a setting that was given is taken back by null", async () => {
  await change({ mailSenderName: "Nordwind Partner Team", mailReplyTo: "partners@nordwind.example" });
  expect(await world.as("admin").call(getSettings)).toMatchObject({
    mailSenderName: "Nordwind Partner Team",
  });
  await change({ mailSenderName: null, mailReplyTo: null });
  expect(await world.as("admin").call(getSettings)).toMatchObject({
    mailSenderName: null,
    mailReplyTo: null,
  });
});

test("nobody changes what somebody else has changed meanwhile", async () => {
  const admin = world.as("admin");
  const { version } = await admin.call(getSettings);
  await admin.call(changeSettings, { body: { fiscalYearStartMonth: 4 }, ifMatch: version });
  const late = await admin.patch("/settings", { fiscalYearStartMonth: 7 }, { ifMatch: version });
  expect(late.status).toBe(409);
  expect(await admin.call(getSettings)).toMatchObject({ fiscalYearStartMonth: 4 });
});
