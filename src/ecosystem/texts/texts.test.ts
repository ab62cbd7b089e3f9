import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { csvLine } from "#platform/csv.ts";
import { contactNotice } from "../../../test/world/programme.ts";
import { createWorld, type World } from "../../../test/world/world.ts";
import { listPrograms, publishProgramVersion } from "../programs/contract.ts";
import { approveVariant, bringTexts, listTexts, shownTexts, textProgress, writeVariant } from "./contract.ts";
import { putTexts } from "./index.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const german = "Wir verwenden die Daten nur für dieses Geschäft.";
const engagementInGerman = { ref: "engagement", language: "de" } as const;

async function first(query: Parameters<typeof Object.assign>[0] = {}) {
  const { items } = await world.as("admin").call(listTexts, { query: { ...engagementInGerman, ...query } });
  const [item] = items;
  if (item === undefined) throw new Error("There is no such text.");
  return item;
}

const shown = async (who: "fir-seller" | "admin" = "fir-seller", language: "de" | "ar" | "en" = "de") =>
  (await world.as(who).call(shownTexts, { query: { ref: "engagement", language } })).items[0];

const tell = async (
  fields: Record<string, { title: string; text: string; form?: "icu" | "line" | "text" }>,
  ref = "engagement",
) => {
  const admin = await world.principal("admin");
  await world.hanse.door.withPrincipal(admin, (tx) => putTexts(tx, { ref, language: "en" }, fields));
};

describe("the way of a translation", () => {
  test("missing: it is read as it was written, and said so", async () => {
    expect(await first()).toMatchObject({ state: "missing", text: null, source: { language: "en" } });
    expect(await shown()).toEqual({
      ref: "engagement",
      field: "contactNotice",
      source: contactNotice.text,
      text: contactNotice.text,
      language: "en",
      isCurrent: true,
      fallback: "missing",
    });
    expect(await shown("fir-seller", "en")).toMatchObject({ language: "en", fallback: null });
  });

  test("a draft is read by nobody else", async () => {
    const { id, source } = await first();
    await world.as("channel-manager").call(writeVariant, {
      params: { textId: id, language: "de" },
      body: { text: german, sourceHash: source.hash },
    });
    expect(await first()).toMatchObject({ state: "draft", text: german, writtenBy: "Carl Mensah" });
    expect(await shown()).toMatchObject({ text: contactNotice.text, language: "en" });
  });

  test("approved, in the words that were seen, it is read", async () => {
    const { id, source } = await first();
    await world.as("admin").call(approveVariant, {
      params: { textId: id, language: "de" },
      body: { text: german, sourceHash: source.hash },
    });
    expect(await first()).toMatchObject({ state: "approved", approvedBy: "Ada Nordström" });
    expect(await shown()).toMatchObject({ text: german, language: "de", fallback: null });
    expect(await shown("fir-seller", "ar")).toMatchObject({ language: "en", fallback: "missing" });
    const { languages } = await world.as("admin").call(textProgress);
    expect(languages).toEqual([
      { language: "ar", missing: 1, draft: 0, stale: 0, approved: 0 },
      { language: "de", missing: 0, draft: 0, stale: 0, approved: 1 },
    ]);
  });

  test("stale as soon as the source says something else, until it is approved anew; and no sooner", async () => {
    await tell({
      contactNotice: { title: "What contact data are for", text: contactNotice.text, form: "text" },
    });
    expect(await first()).toMatchObject({ state: "approved", title: "What contact data are for" });
    await tell({
      contactNotice: { title: "What contact data are for", text: "For this deal, for a year.", form: "text" },
    });
    expect(await first()).toMatchObject({
      state: "stale",
      text: german,
      source: { text: "For this deal, for a year.", before: contactNotice.text },
    });
    expect(await shown()).toMatchObject({
      text: "For this deal, for a year.",
      language: "en",
      fallback: "stale",
    });
    const answer = await world
      .as("admin")
      .put(`/texts/${(await first()).id}/variants/de`, { text: german, sourceHash: contactNotice.hash });
    expect(answer.body).toMatchObject({ status: 409, type: "source-changed" });
  });
});

describe("what says a text otherwise, or no more", () => {
  const ref = "toy:two";
  const label = (text: string) => ({ label: { title: "Name", text } });
  const read = async (who: "fir-seller" | "admin" = "fir-seller") => {
    const { items } = await world.as(who).call(shownTexts, { query: { ref, language: "de" } });
    return items.map(({ source, text, isCurrent, fallback }) => [source, text, isCurrent, fallback]);
  };
  const work = async (act: typeof approveVariant | typeof writeVariant, text: string) => {
    const admin = world.as("admin");
    const [item] = (await admin.call(listTexts, { query: { ref, language: "de" } })).items;
    const params = { textId: item?.id ?? "", language: "de" as const };
    await admin.call(act, { params, body: { text, sourceHash: item?.source.hash ?? "" } });
  };

  test("leaves what was approved to who reads it as it was", async () => {
    await tell(label("Ally"), ref);
    await work(approveVariant, "Verbündeter");
    await tell(label("Friend"), ref);
    expect(await read()).toEqual([
      ["Friend", "Friend", true, "stale"],
      ["Ally", "Verbündeter", false, null],
    ]);
    await work(approveVariant, "Freund");
    expect(await read()).toEqual([
      ["Friend", "Freund", true, null],
      ["Ally", "Verbündeter", false, null],
    ]);
    await tell(label("Ally"), ref);
    expect(await read()).toEqual([
      ["Ally", "Verbündeter", true, null],
      ["Friend", "Freund", false, null],
    ]);
  });

  test("a draft takes nothing that was approved from those who read it", async () => {
    await work(writeVariant, "Bündnispartner");
    for (const who of ["fir-seller", "admin"] as const) {
      expect((await read(who))[0]).toEqual(["Ally", "Verbündeter", true, null]);
    }
  });

  test("is no work any more, and comes back with what it was", async () => {
    await tell({}, ref);
    expect((await world.as("admin").call(listTexts, { query: { ref } })).items).toEqual([]);
    expect((await read())[0]).toEqual(["Ally", "Verbündeter", false, null]);
    await tell(label("Ally"), ref);
    expect((await read())[0]).toEqual(["Ally", "Verbündeter", true, null]);
  });
});

test("a plural that lacks a form of its language is refused beside the field", async () => {
  await tell(
    { notice: { title: "Ends soon", text: "{n, plural, one {# day} other {# days}}", form: "icu" } },
    "toy",
  );
  const [item] = (await world.as("admin").call(listTexts, { query: { ref: "toy", language: "ar" } })).items;
  const answer = await world.as("admin").put(`/texts/${item?.id}/variants/ar`, {
    text: "{n, plural, one {يوم} other {# يومًا}}",
    sourceHash: item?.source.hash,
  });
  expect(answer.body).toMatchObject({
    status: 422,
    errors: [
      {
        pointer: "/text",
        message:
          "Arabic tells the forms zero, one, two, few, many, and other apart: {n} lacks zero, two, few, and many.",
      },
    ],
  });
});

test("the list goes out as a file and comes back with its translations as drafts; what cannot be taken is told by row", async () => {
  await tell(
    {
      a: { title: "A", text: "=Gold" },
      b: { title: "B", text: "Silver" },
      c: { title: "C", text: "{n} points", form: "icu" },
    },
    "levels",
  );
  const admin = world.as("admin");
  const file = (await admin.get("/texts.csv?ref=levels&language=de")).text;
  const [head = "", ...lines] = file.trim().split("\r\n");
  const filled = ["=Gold", "Silber", "{m} Punkte"].map((text, at) =>
    lines[at]?.replace(/,[^,]*$/, `,${csvLine([text]).trim()}`),
  );
  const unknown = lines[0]?.replace(/^txt_[0-9a-f]{32}/, `txt_${"0".repeat(32)}`).replace(/,[^,]*$/, ",x");
  const csv = [head, ...filled, unknown].join("\r\n");
  expect(await admin.call(bringTexts, { body: { csv } })).toEqual({
    written: 2,
    unchanged: 0,
    problems: [
      { row: 4, message: "There is no value {m} here. There is {n}." },
      { row: 5, message: "There is no such text any more." },
    ],
  });
  const { items } = await admin.call(listTexts, { query: { ref: "levels", language: "de" } });
  expect(items.map(({ text, state }) => [text, state])).toEqual([
    ["=Gold", "draft"],
    ["Silber", "draft"],
    [null, "missing"],
  ]);
  expect(await admin.call(bringTexts, { body: { csv } })).toMatchObject({ written: 0, unchanged: 2 });
});

test("what is told no more goes with its variants", async () => {
  await tell({ b: { title: "B", text: "Silver" } }, "levels");
  const { items } = await world.as("admin").call(listTexts, { query: { ref: "levels" } });
  expect(items.map(({ field, language }) => `${field} ${language}`)).toEqual(["b ar", "b de"]);
});

test("a program that is published tells what partners read of it, and a later version only what is another text then", async () => {
  const admin = world.as("admin");
  const { items } = await admin.call(listPrograms);
  const [program] = items;
  if (!program?.latest?.ladder) throw new Error("The world has no program.");
  const { ladder: before } = program.latest;
  const publish = (ladder: typeof before, effectiveFrom: string) =>
    admin.call(publishProgramVersion, { params: { programId: program.id }, body: { ladder, effectiveFrom } });
  await publish(before, "2026-10-01");
  const told = async () =>
    (await admin.call(listTexts, { query: { ref: `program:${program.id}`, language: "ar" } })).items;
  const texts = await told();
  expect(texts.map(({ field }) => field)).toContain("label");
  const level = texts.find(({ field }) => field.startsWith("level:"));
  if (level === undefined) throw new Error("The ladder has no level.");
  await admin.call(approveVariant, {
    params: { textId: level.id, language: "ar" },
    body: { text: "ذهبي", sourceHash: level.source.hash },
  });
  await publish(program.latest.ladder, "2027-01-01");
  expect((await told()).find(({ id }) => id === level.id)).toMatchObject({ state: "approved", text: "ذهبي" });
});
