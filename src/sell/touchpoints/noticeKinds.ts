import type { Kind, Said, Topic } from "#ecosystem/notices/index.ts";
import type { Kind as TouchpointKind } from "./touchpoint.ts";

/*
 * What people are told of touchpoints: the topics they choose mails by, and the words of the mails. The pages have the
 * same in web/noticeWords.tsx. A partner's notice names its own touchpoint and never the sale that it counts for.
 */

export const topics: readonly Topic[] = [
  {
    key: "touchpoints-contested",
    side: "partner",
    act: "touchpoint.log",
    byMail: true,
    because: {
      en: "contested touchpoints of your company come to you by mail.",
      de: "beanstandete Kontaktpunkte Ihres Unternehmens per Mail an Sie gehen.",
      ar: "نقاط تواصل شركتك المعترَض عليها تُرسل إليك بالبريد.",
    },
  },
  {
    // Up to 200 are confirmed at once, so nobody is mailed of each who has not asked for it.
    key: "touchpoints-confirmed",
    side: "partner",
    act: "touchpoint.log",
    byMail: false,
    because: {
      en: "confirmed touchpoints of your company come to you by mail.",
      de: "bestätigte Kontaktpunkte Ihres Unternehmens per Mail an Sie gehen.",
      ar: "نقاط تواصل شركتك المؤكدة تُرسل إليك بالبريد.",
    },
  },
  {
    key: "touchpoints-logged",
    side: "vendor",
    act: "touchpoint.decide",
    byMail: true,
    because: {
      en: "touchpoints that partners log come to you by mail.",
      de: "Kontaktpunkte, die Partner erfassen, per Mail an Sie gehen.",
      ar: "نقاط التواصل التي يدوّنها الشركاء تُرسل إليك بالبريد.",
    },
  },
];

const english: Readonly<Record<TouchpointKind, string>> = {
  registration: "Registration",
  demo: "Demo",
  meeting: "Meeting",
  document: "Document",
  introduction: "Introduction",
};
const german: Readonly<Record<TouchpointKind, string>> = {
  registration: "Registrierung",
  demo: "Vorführung",
  meeting: "Treffen",
  document: "Dokument",
  introduction: "Vorstellung",
};
const arabic: Readonly<Record<TouchpointKind, string>> = {
  registration: "التسجيل",
  demo: "عرض توضيحي",
  meeting: "اجتماع",
  document: "مستند",
  introduction: "تعريف",
};

const nameOf = (names: Readonly<Record<string, string>>, { what }: Said) => names[String(what)] ?? "";

/** To a partner's people. */
const forPartners: readonly Kind[] = [
  {
    kind: "touchpoint.confirmed",
    topic: "touchpoints-confirmed",
    severity: "good",
    words: {
      en: (said, { day }) => ({
        title: `Touchpoint confirmed: ${said.about}`,
        text: `${nameOf(english, said)}, ${day(said.occurredOn)}: it stands and counts.`,
      }),
      de: (said, { day }) => ({
        title: `Kontaktpunkt bestätigt: ${said.about}`,
        text: `${nameOf(german, said)}, ${day(said.occurredOn)}: Er steht fest und zählt.`,
      }),
      ar: (said, { day }) => ({
        title: `تم تأكيد نقطة التواصل: ${said.about}`,
        text: `${nameOf(arabic, said)}، ${day(said.occurredOn)}: ثبتت وتُحتسب.`,
      }),
    },
  },
  {
    kind: "touchpoint.contested",
    topic: "touchpoints-contested",
    severity: "warn",
    words: {
      en: (said, { day }) => ({
        title: `Touchpoint contested: ${said.about}`,
        text: `${nameOf(english, said)}, ${day(said.occurredOn)}, for this reason:\n\n${said.reason}${
          said.mayAskAgain ? "\n\nYou may add a remark and evidence and ask again, once." : ""
        }`,
      }),
      de: (said, { day }) => ({
        title: `Kontaktpunkt beanstandet: ${said.about}`,
        text: `${nameOf(german, said)}, ${day(said.occurredOn)}, mit dieser Begründung:\n\n${said.reason}${
          said.mayAskAgain ? "\n\nSie können etwas dazu sagen, Belege ergänzen und einmal nachfassen." : ""
        }`,
      }),
      ar: (said, { day }) => ({
        title: `تم الاعتراض على نقطة التواصل: ${said.about}`,
        text: `${nameOf(arabic, said)}، ${day(said.occurredOn)}، للسبب التالي:\n\n${said.reason}${
          said.mayAskAgain ? "\n\nيمكنك إضافة ملاحظة وأدلة وإعادة الطلب مرة واحدة." : ""
        }`,
      }),
    },
  },
];

/** To the vendor's people. */
const forVendor: readonly Kind[] = [
  {
    kind: "touchpoint.to_confirm",
    topic: "touchpoints-logged",
    severity: "act",
    words: {
      en: (said, { day }) => ({
        title: `Touchpoint to confirm: ${said.about}, of ${said.partner}`,
        text: `${nameOf(english, said)}, ${day(said.occurredOn)}: confirm or contest it.`,
      }),
      de: (said, { day }) => ({
        title: `Kontaktpunkt zu bestätigen: ${said.about}, von ${said.partner}`,
        text: `${nameOf(german, said)}, ${day(said.occurredOn)}: Bitte bestätigen oder beanstanden.`,
      }),
      ar: (said, { day }) => ({
        title: `نقطة تواصل بانتظار التأكيد: ${said.about}، من ${said.partner}`,
        text: `${nameOf(arabic, said)}، ${day(said.occurredOn)}: يُرجى تأكيدها أو الاعتراض عليها.`,
      }),
    },
  },
  {
    kind: "touchpoint.asked_again",
    topic: "touchpoints-logged",
    severity: "act",
    words: {
      en: (said, { day }) => ({
        title: `Asked again: ${said.about}, of ${said.partner}`,
        text: `${nameOf(english, said)}, ${day(said.occurredOn)}. ${said.partner} says:\n\n${said.remark}`,
      }),
      de: (said, { day }) => ({
        title: `Nachgefasst: ${said.about}, von ${said.partner}`,
        text: `${nameOf(german, said)}, ${day(said.occurredOn)}. ${said.partner} sagt:\n\n${said.remark}`,
      }),
      ar: (said, { day }) => ({
        title: `أُعيد الطلب: ${said.about}، من ${said.partner}`,
        text: `${nameOf(arabic, said)}، ${day(said.occurredOn)}. يقول الشريك ${said.partner}:\n\n${said.remark}`,
      }),
    },
  },
];

export const kinds: readonly Kind[] = [...forPartners, ...forVendor];
