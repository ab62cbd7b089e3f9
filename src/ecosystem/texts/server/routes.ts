import { listRoute, type Route, route } from "#platform/http/route.ts";
import type { VendorContext } from "#platform/principal.ts";
import * as contract from "../contract.ts";
import { bring } from "./bring.ts";
import { progress } from "./store.ts";
import * as texts from "./texts.ts";

/** `hidden` says of which texts a vendor has switched the module off, by the beginnings of what they belong to. */
export function textRoutes(hidden: (vendor: VendorContext) => readonly string[]): Route[] {
  return [
    listRoute(contract.listTexts, {
      act: "text.read",
      handle: (tx, { query }) => texts.listTextItems(tx, query, hidden(tx.vendor)),
      // What comes back is read by these names, too.
      csv: [
        { header: "id", value: (one) => one.id },
        { header: "language", value: (one) => one.language },
        { header: "ref", value: (one) => one.ref },
        { header: "field", value: (one) => one.field },
        { header: "title", value: (one) => one.title },
        { header: "form", value: (one) => one.form },
        { header: "sourceLanguage", value: (one) => one.source.language },
        { header: "source", value: (one) => one.source.text },
        { header: "sourceHash", value: (one) => one.source.hash },
        { header: "state", value: (one) => one.state },
        { header: "text", value: (one) => one.text },
      ],
    }),
    route(contract.textProgress, {
      act: "text.read",
      handle: async (tx) => ({ languages: await progress(tx, hidden(tx.vendor)) }),
    }),
    route(contract.writeVariant, {
      act: "text.write",
      handle: (tx, input) => texts.write(tx, input, false, hidden(tx.vendor)),
    }),
    route(contract.approveVariant, {
      act: "text.approve",
      handle: (tx, input) => texts.write(tx, input, true, hidden(tx.vendor)),
    }),
    route(contract.bringTexts, {
      act: "text.write",
      handle: (tx, { body }) => bring(tx, body.csv, hidden(tx.vendor)),
    }),
    route(contract.shownTexts, {
      act: "any-member",
      handle: (tx, { query }) => texts.shown(tx, query.ref, query.language, hidden(tx.vendor)),
    }),
  ];
}
