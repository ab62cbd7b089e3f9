import { z } from "zod";
import { eventType } from "#platform/events/event.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { idJson, MoneyJson } from "#platform/http/wire.ts";
import { email, languages, password, personName } from "../people/contract.ts";
import { moduleKeys } from "./modules.ts";

export const Settings = z
  .object({
    name: z.string(),
    timezone: z
      .string()
      .describe("IANA zone of the vendor's calendar; days, months and quarters are counted in it"),
    currency: z.string(),
    locale: z.string(),
    accentColour: z.string(),
    minimumPayout: MoneyJson.describe("What is below carries forward"),
    fiscalYearStartMonth: z
      .int()
      .describe(
        "1 to 12: the month in which the vendor's year begins; quarters and years of programs are counted from it",
      ),
    modulesOff: z.array(z.enum(moduleKeys)).describe("Modules that are switched off; their data is kept"),
    version: z.int(),
  })
  .meta({ id: "Settings" });
export type Settings = z.infer<typeof Settings>;

export const getSettings = endpoint({
  method: "GET",
  path: "/settings",
  summary: "The vendor's settings",
  tag: "Settings",
  response: Settings,
});
export const changeSettings = endpoint({
  method: "PATCH",
  path: "/settings",
  summary: "Change the vendor's settings",
  tag: "Settings",
  body: z.object({
    name: z.string().trim().min(1, "Write the company's name.").max(200).optional(),
    timezone: z.string().min(1).max(60).optional(),
    locale: z.enum(languages).optional(),
    accentColour: z
      .string()
      .regex(/^#[0-9a-f]{6}$/, "Write a colour such as #1f5fbf.")
      .optional(),
    minimumPayout: MoneyJson.optional(),
    fiscalYearStartMonth: z.int().min(1).max(12).optional(),
    modulesOff: z.array(z.enum(moduleKeys)).max(moduleKeys.length).optional(),
  }),
  response: Settings,
  ifMatch: true,
});

export const setUp = endpoint({
  method: "POST",
  path: "/setup",
  summary: "Create the vendor and its first administrator, with the one-time token of the console",
  tag: "Setup",
  body: z.object({
    token: z.string().min(1, "Copy the token from the console.").max(200),
    vendorName: z.string().trim().min(1, "Write the company's name.").max(200),
    timezone: z.string().min(1).max(60),
    currency: z.string().regex(/^[A-Z]{3}$/, "Write a currency code such as EUR."),
    name: personName,
    email,
    password,
  }),
  response: z.object({ vendorId: idJson("ven"), email: z.string() }),
  status: 201,
});
export const setupState = endpoint({
  method: "GET",
  path: "/setup",
  summary: "Whether this installation still waits for its first administrator",
  tag: "Setup",
  response: z.object({ needed: z.boolean() }),
});

export const events = {
  vendorCreated: eventType("vendor.created", {
    reach: null,
    payload: z.object({ name: z.string(), currency: z.string(), timezone: z.string() }),
  }),
  settingChanged: eventType("setting.changed", {
    reach: null,
    payload: z.object({ changed: z.record(z.string(), z.unknown()) }),
  }),
};
