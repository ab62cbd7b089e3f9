import { z } from "zod";
import { eventType } from "#platform/events/event.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { idJson, MoneyJson } from "#platform/http/wire.ts";
import { email, languages, password, personName } from "../people/contract.ts";
import { moduleKeys } from "./modules.ts";

/** What a logo may have at most, after what does not draw it is left out. */
export const maxLogoBytes = 256 * 1024;
export const maxLogoPixels = 2000;

const Logo = z.object({ url: z.string(), width: z.int(), height: z.int() }).meta({ id: "Logo" });
export const Logos = z.object({
  light: Logo.nullable().describe("For light surfaces"),
  dark: Logo.nullable().describe("For dark ones; without it the light one is shown on a light plate"),
});
export type Logos = z.infer<typeof Logos>;

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
    productName: z.string().nullable().describe("What the pages are called; null: as the product is"),
    accentColourDark: z.string().nullable().describe("In dark; null: made from the accent"),
    logos: Logos,
    host: z
      .string()
      .nullable()
      .describe("The host under which the vendor's brand is shown and to which mails lead"),
    mailSenderName: z.string().nullable().describe("From whom mails come; null: as the installation says"),
    mailReplyTo: z
      .string()
      .nullable()
      .describe("Where answers to mails go; null: to the installation's address"),
    modulesOff: z.array(z.enum(moduleKeys)).describe("Modules that are switched off; their data is kept"),
    version: z.int(),
  })
  .meta({ id: "Settings" });
export type Settings = z.infer<typeof Settings>;

const colour = z.string().regex(/^#[0-9a-f]{6}$/, "Write a colour such as #1f5fbf.");

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
    accentColour: colour.optional(),
    minimumPayout: MoneyJson.optional(),
    fiscalYearStartMonth: z.int().min(1).max(12).optional(),
    productName: z.string().trim().min(1).max(60, "Use at most 60 characters.").nullable().optional(),
    accentColourDark: colour.nullable().optional(),
    host: z
      .string()
      .trim()
      .toLowerCase()
      .max(253)
      .regex(
        /^(?=.{4,})[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/,
        "Write a host such as partners.example.com, without https.",
      )
      .nullable()
      .optional(),
    mailSenderName: z
      .string()
      .trim()
      .min(1)
      .max(100, "Use at most 100 characters.")
      .regex(/^[^<>@"\r\n]*$/, "Write a name, without an address.")
      .nullable()
      .optional(),
    mailReplyTo: email.nullable().optional(),
    modulesOff: z.array(z.enum(moduleKeys)).max(moduleKeys.length).optional(),
  }),
  response: Settings,
  ifMatch: true,
});

const logoParams = z.object({ scheme: z.enum(["light", "dark"]) });
export const setLogo = endpoint({
  method: "PUT",
  path: "/settings/logos/{scheme}",
  summary: "Set the logo for light or for dark surfaces",
  tag: "Settings",
  params: logoParams,
  body: z.object({
    content: z
      .string()
      .min(1, "Choose a picture.")
      .max(700_000, "The logo is too large: at most 256 kB are sent with each page.")
      .describe("A PNG, in base64"),
  }),
  response: Settings,
});
export const dropLogo = endpoint({
  method: "DELETE",
  path: "/settings/logos/{scheme}",
  summary: "Go without that logo",
  tag: "Settings",
  params: logoParams,
  response: Settings,
});

export const Brand = z
  .object({
    vendorName: z.string().nullable().describe("Null where the host is no vendor's"),
    productName: z.string().nullable(),
    accentColour: z.string().nullable(),
    accentColourDark: z.string().nullable(),
    logos: Logos,
  })
  .meta({ id: "Brand" });
export type Brand = z.infer<typeof Brand>;
export const readBrand = endpoint({
  method: "GET",
  path: "/brand",
  summary: "Whose pages these are, by the host of the request",
  tag: "Setup",
  response: Brand,
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
    locale: z
      .enum(languages)
      .optional()
      .describe("The language that the vendor writes in; English unless told"),
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
