import { z } from "zod";
import { eventType } from "#platform/events/event.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { InstantJson, idJson, ListQuery, pageOf } from "#platform/http/wire.ts";
import { languages } from "../people/contract.ts";
import { states } from "./text.ts";

const tag = "Texts";
const language = z.enum(languages);
const ref = z.string().min(1).max(200);
const content = z.string().trim().min(1, "Write the text.").max(8000);
const textParams = z.object({ textId: idJson("txt"), language });
const sourceHash = z.string().regex(/^[0-9a-f]{64}$/, "Say which wording of the source this is of.");

export const TextItem = z
  .object({
    id: idJson("txt"),
    ref: z.string().describe("What it belongs to, such as `engagement`"),
    field: z.string(),
    title: z.string().describe("What it is"),
    link: z.string().nullable().describe("The page on which it is read"),
    form: z.enum(["line", "text", "icu"]),
    source: z.object({
      language: z.string(),
      text: z.string(),
      hash: z.string(),
      changedAt: InstantJson,
      before: z
        .string()
        .nullable()
        .describe("What it said when the variant was approved, where that is stale"),
    }),
    language: z.string(),
    text: z.string().nullable(),
    state: z.enum(states).describe("`stale`: the source has changed since"),
    writtenBy: z.string().nullable(),
    writtenAt: InstantJson.nullable(),
    approvedBy: z.string().nullable(),
  })
  .meta({ id: "TextItem" });
export type TextItem = z.infer<typeof TextItem>;

export const listTexts = endpoint({
  method: "GET",
  path: "/texts",
  summary: "The vendor's own texts, each once for every language that it is not written in",
  tag,
  query: ListQuery.extend({
    language: language.optional(),
    state: z.enum(states).optional(),
    ref: ref.optional(),
    search: z.string().max(200).optional().describe("Part of the title or of the source"),
  }),
  response: pageOf(TextItem),
});
export const textProgress = endpoint({
  method: "GET",
  path: "/text-progress",
  summary: "How far the vendor's own texts are translated",
  tag,
  response: z.object({
    languages: z.array(
      z.object({
        language: z.string(),
        missing: z.int(),
        draft: z.int(),
        stale: z.int(),
        approved: z.int(),
      }),
    ),
  }),
});
export const writeVariant = endpoint({
  method: "PUT",
  path: "/texts/{textId}/variants/{language}",
  summary: "Write a text in another language, as a draft",
  tag,
  params: textParams,
  body: z.object({ text: content, sourceHash }),
  response: TextItem,
});
export const approveVariant = endpoint({
  method: "POST",
  path: "/texts/{textId}/variants/{language}/approval",
  summary: "Approve a text in another language: from now on it is read",
  tag,
  params: textParams,
  body: z.object({ text: content, sourceHash }),
  response: TextItem,
});
export const bringTexts = endpoint({
  method: "POST",
  path: "/text-files",
  summary:
    "Bring translations back: the CSV of the list, with its column `text` filled. They come in as drafts",
  tag,
  body: z.object({
    csv: z
      .string()
      .min(1, "Choose the file.")
      .max(900_000, "The file has more than 900,000 characters: bring it in parts."),
  }),
  response: z.object({
    written: z.int(),
    unchanged: z.int(),
    problems: z.array(z.object({ row: z.int(), message: z.string() })).describe("At most 100"),
  }),
});

export const ShownText = z
  .object({
    ref: z.string(),
    field: z.string(),
    source: z.string().describe("As it was written"),
    isCurrent: z.boolean().describe("An earlier wording follows where it was approved in the language"),
    text: z.string(),
    language: z.string(),
    fallback: z
      .enum(["missing", "stale"])
      .nullable()
      .describe("Why it is not in the language that was asked for; null where it is"),
  })
  .meta({ id: "ShownText" });
export type ShownText = z.infer<typeof ShownText>;

export const shownTexts = endpoint({
  method: "GET",
  path: "/shown-texts",
  summary: "Texts of the vendor in a language, or as they were written where they are not translated",
  tag,
  query: z.object({ language, ref }),
  response: z.object({ items: z.array(ShownText) }),
});

const payload = z.object({ title: z.string(), language: z.string() });
export const events = {
  textWritten: eventType("text.written", { reach: null, payload }),
  textApproved: eventType("text.approved", { reach: null, payload }),
  textsBrought: eventType("text.brought", { reach: null, payload: z.object({ written: z.int() }) }),
};
