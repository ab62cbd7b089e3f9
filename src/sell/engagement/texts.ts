import type { GivenText } from "#ecosystem/texts/index.ts";
import { type EngagementSettings, reasonKeys, standardSettings } from "./rules.ts";
import { reasonFields } from "./texts-ref.ts";

/**
 * What partners read of the rules in the vendor's own words. The notice for contacts is a promise of the vendor's, so
 * that also the standard one is translated by the vendor; other standard words are the product's. Pure.
 */
export function textsOf({
  contactNotice,
  benefit,
  reasons = {},
}: EngagementSettings): Record<string, GivenText> {
  const isStandard = contactNotice.text === standardSettings.contactNotice.text;
  const texts: Record<string, GivenText> = {
    contactNotice: {
      title: "Rules of engagement: what a contact's data are given for",
      text: contactNotice.text,
      form: "text",
      // Whatever language the vendor writes in, the standard words are English.
      ...(isStandard && { language: "en" }),
    },
  };
  if (benefit !== standardSettings.benefit)
    texts.benefit = { title: "Rules of engagement: what an approval gives", text: benefit, form: "text" };
  for (const key of reasonKeys) {
    const own = reasons[key];
    if (own === undefined) continue;
    const fields = reasonFields(key);
    texts[fields.label] = { title: `Reason of a refusal: ${own.label}`, text: own.label };
    texts[fields.sentence] = {
      title: `Reason of a refusal: what a partner reads for ${own.label}`,
      text: own.sentence,
      form: "text",
    };
  }
  return texts;
}
