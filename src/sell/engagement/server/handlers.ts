import { putTexts, textsIn } from "#ecosystem/texts/index.ts";
import { events as vendorEvents } from "#ecosystem/vendors/contract.ts";
import { type Handler, handler } from "#platform/events/handlers.ts";
import { standardSettings } from "../rules.ts";
import { textsOf } from "../texts.ts";
import { textsPlace } from "../texts-ref.ts";

/** The standard rules run from a vendor's first day, so their words can be translated from then on. */
export function tellStandardTexts(): Handler {
  return handler("engagement.standard-texts", vendorEvents.vendorCreated, async (tx) => {
    const told = await textsIn(tx, [textsPlace.ref], "en");
    if (told.length === 0) await putTexts(tx, textsPlace, textsOf(standardSettings));
  });
}
