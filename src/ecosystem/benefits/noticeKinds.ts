import type { Kind, Said, Topic } from "../notices/index.ts";

/*
 * What people are told of benefits: the topics they choose mails by, and the words of the mails. The pages have the
 * same in web/noticeWords.tsx.
 */

export const topics: readonly Topic[] = [
  {
    key: "benefit-decisions",
    side: "partner",
    act: "benefit.read",
    byMail: true,
    because: {
      en: "decisions about benefits that your company asked for come to you by mail.",
      de: "Entscheidungen über Leistungen, die Ihr Unternehmen beantragt hat, per Mail an Sie gehen.",
      ar: "القرارات بشأن المزايا التي طلبتها شركتك تُرسل إليك بالبريد.",
    },
  },
  {
    key: "benefit-endings",
    side: "partner",
    act: "benefit.read",
    byMail: true,
    because: {
      en: "benefits of your company that end come to you by mail.",
      de: "Leistungen Ihres Unternehmens, die enden, per Mail an Sie gehen.",
      ar: "المزايا المنتهية لشركتك تُرسل إليك بالبريد.",
    },
  },
  {
    key: "benefit-requests",
    side: "vendor",
    act: "benefit.decide",
    byMail: true,
    because: {
      en: "benefits that partners ask for come to you by mail.",
      de: "Leistungsanträge von Partnern per Mail an Sie gehen.",
      ar: "المزايا التي يطلبها الشركاء تُرسل إليك بالبريد.",
    },
  },
];

/** "Demo licences (3)", or the name alone where nothing is counted. */
const what = ({ label, quantity }: Said) => (quantity === null ? String(label) : `${label} (${quantity})`);
const also = (reason: Said[string] | undefined) => (reason ? `\n\n${reason}` : "");

export const kinds: readonly Kind[] = [
  {
    kind: "benefit.to_decide",
    topic: "benefit-requests",
    severity: "act",
    words: {
      en: (said) => ({
        title: `${said.partner} asks for ${what(said)}`,
        text: `What for: ${said.purpose}\n\nGrant it or decline it with a reason.`,
      }),
      de: (said) => ({
        title: `${said.partner} beantragt ${what(said)}`,
        text: `Wofür: ${said.purpose}\n\nBitte gewähren oder mit Begründung ablehnen.`,
      }),
      ar: (said) => ({
        title: `طلب ${what(said)} من الشريك ${said.partner}`,
        text: `الغرض: ${said.purpose}\n\nيُرجى منحها أو رفضها مع ذكر السبب.`,
      }),
    },
  },
  {
    kind: "benefit.granted",
    topic: "benefit-decisions",
    severity: "good",
    words: {
      en: (said, { end }) => ({
        title: `Granted: ${what(said)}`,
        text: `${said.validUntil ? `It may be used until ${end(said.validUntil)}.` : "It may be used from now on."}${also(said.reason)}`,
      }),
      de: (said, { end }) => ({
        title: `Gewährt: ${what(said)}`,
        text: `${said.validUntil ? `Nutzbar bis ${end(said.validUntil)}.` : "Ab sofort nutzbar."}${also(said.reason)}`,
      }),
      ar: (said, { end }) => ({
        title: `تم المنح: ${what(said)}`,
        text: `${said.validUntil ? `يجوز استعمالها حتى ${end(said.validUntil)}.` : "يجوز استعمالها من الآن."}${also(said.reason)}`,
      }),
    },
  },
  {
    kind: "benefit.declined",
    topic: "benefit-decisions",
    severity: "warn",
    words: {
      en: (said) => ({ title: `Declined: ${what(said)}`, text: `For this reason:\n\n${said.reason}` }),
      de: (said) => ({ title: `Abgelehnt: ${what(said)}`, text: `Mit dieser Begründung:\n\n${said.reason}` }),
      ar: (said) => ({ title: `تم الرفض: ${what(said)}`, text: `للسبب التالي:\n\n${said.reason}` }),
    },
  },
  {
    kind: "benefit.reversed",
    topic: "benefit-decisions",
    severity: "warn",
    words: {
      en: (said) => ({
        title: `Grant taken back: ${what(said)}`,
        text: `It had been granted by mistake. What is used stays used.\n\n${said.reason}`,
      }),
      de: (said) => ({
        title: `Gewährung zurückgenommen: ${what(said)}`,
        text: `Sie war ein Versehen. Was genutzt ist, bleibt genutzt.\n\n${said.reason}`,
      }),
      ar: (said) => ({
        title: `استُرجعت المنحة: ${what(said)}`,
        text: `كانت المنحة خطأ. وما استُعمل يبقى مستعملًا.\n\n${said.reason}`,
      }),
    },
  },
  {
    kind: "benefit.expiring",
    topic: "benefit-endings",
    severity: "warn",
    words: {
      en: (said, { end }) => ({
        title: `Ends soon: ${what(said)}`,
        text: `It can be used until ${end(said.validUntil)}; what is left then is gone.`,
      }),
      de: (said, { end }) => ({
        title: `Endet bald: ${what(said)}`,
        text: `Nutzbar bis ${end(said.validUntil)}; was dann übrig ist, verfällt.`,
      }),
      ar: (said, { end }) => ({
        title: `تنتهي قريبًا: ${what(said)}`,
        text: `يمكن استعمالها حتى ${end(said.validUntil)}؛ وما يبقى حينئذ يزول.`,
      }),
    },
  },
  {
    kind: "benefit.expired",
    topic: "benefit-endings",
    severity: "info",
    words: {
      en: (said) => ({ title: `Expired: ${what(said)}`, text: "It can be used no more." }),
      de: (said) => ({ title: `Abgelaufen: ${what(said)}`, text: "Nicht mehr nutzbar." }),
      ar: (said) => ({ title: `انتهت مدتها: ${what(said)}`, text: "لم يعد استعمالها ممكنًا." }),
    },
  },
];
