import type { Kind, Topic } from "#ecosystem/notices/index.ts";

/*
 * What people are told of pay splits: the topics they choose mails by, and the words of the mails. The pages have the
 * same in web/noticeWords.tsx. A participant is told how the split stands, by no other's name: not who has signed, and
 * not who refused or why.
 */

export const topics: readonly Topic[] = [
  {
    key: "pay-splits",
    side: "partner",
    act: "pay-split.read",
    byMail: true,
    because: {
      en: "splits of pay credit in which your company takes part come to you by mail.",
      de: "Aufteilungen der Vergütung, an denen Ihr Unternehmen beteiligt ist, per Mail an Sie gehen.",
      ar: "اتفاقات تقاسم أحقية العمولة التي تشارك فيها شركتك تُرسل إليك بالبريد.",
    },
  },
  {
    key: "pay-split-answers",
    side: "vendor",
    act: "pay-split.manage",
    byMail: true,
    because: {
      en: "partners' answers to proposed splits of pay credit come to you by mail.",
      de: "Antworten von Partnern auf vorgeschlagene Aufteilungen der Vergütung per Mail an Sie gehen.",
      ar: "ردود الشركاء على اقتراحات تقاسم أحقية العمولة تُرسل إليك بالبريد.",
    },
  },
];

/** To the participants' people. */
const forPartners: readonly Kind[] = [
  {
    kind: "pay_split.to_sign",
    topic: "pay-splits",
    severity: "act",
    words: {
      en: ({ name }) => ({
        title: `A split waits for your signature: ${name}`,
        text: `It is proposed that your company shares the pay credit of ${name}. Read the terms and your share, then sign or refuse.`,
      }),
      de: ({ name }) => ({
        title: `Eine Aufteilung wartet auf Ihre Unterschrift: ${name}`,
        text: `Es ist vorgeschlagen, dass Ihr Unternehmen die Vergütung von ${name} teilt. Lesen Sie die Bedingungen und Ihren Anteil und unterschreiben Sie oder lehnen Sie ab.`,
      }),
      ar: ({ name }) => ({
        title: `اتفاق تقاسم بانتظار توقيعك: ${name}`,
        text: `يُقترح أن تتقاسم شركتك أحقية العمولة في ${name}. يُرجى قراءة الشروط وحصتك، ثم التوقيع أو الرفض.`,
      }),
    },
  },
  {
    kind: "pay_split.in_force",
    topic: "pay-splits",
    severity: "good",
    words: {
      en: ({ name }) => ({
        title: `Split in force: ${name}`,
        text: `The split of the pay credit of ${name} is in force. Runs from now on pay by it.`,
      }),
      de: ({ name }) => ({
        title: `Aufteilung in Kraft: ${name}`,
        text: `Die Aufteilung der Vergütung von ${name} ist in Kraft. Läufe vergüten ab jetzt danach.`,
      }),
      ar: ({ name }) => ({
        title: `تقاسم نافذ: ${name}`,
        text: `تقاسم أحقية العمولة في ${name} نافذ. وتدفع عمليات التشغيل وفقه من الآن.`,
      }),
    },
  },
  {
    kind: "pay_split.withdrawn",
    topic: "pay-splits",
    severity: "warn",
    words: {
      en: ({ name, reason }) => ({
        title: `Split withdrawn: ${name}`,
        text: `The proposed split of the pay credit of ${name} was taken back, for this reason:\n\n${reason}`,
      }),
      de: ({ name, reason }) => ({
        title: `Aufteilung zurückgezogen: ${name}`,
        text: `Die vorgeschlagene Aufteilung der Vergütung von ${name} wurde zurückgezogen, mit dieser Begründung:\n\n${reason}`,
      }),
      ar: ({ name, reason }) => ({
        title: `سُحب التقاسم: ${name}`,
        text: `سُحب التقاسم المقترح لأحقية العمولة في ${name} للسبب التالي:\n\n${reason}`,
      }),
    },
  },
  {
    kind: "pay_split.refused",
    topic: "pay-splits",
    severity: "warn",
    words: {
      en: ({ name }) => ({
        title: `Split refused: ${name}`,
        text: `A participant refused the proposed split of the pay credit of ${name}. The proposal is over; runs pay as they did.`,
      }),
      de: ({ name }) => ({
        title: `Aufteilung abgelehnt: ${name}`,
        text: `Ein Beteiligter hat die vorgeschlagene Aufteilung der Vergütung von ${name} abgelehnt. Der Vorschlag ist erledigt; Läufe vergüten wie bisher.`,
      }),
      ar: ({ name }) => ({
        title: `رُفض التقاسم: ${name}`,
        text: `رفض أحد المشاركين التقاسم المقترح لأحقية العمولة في ${name}. انتهى الاقتراح؛ وتدفع عمليات التشغيل كما كانت.`,
      }),
    },
  },
];

/** To the vendor's people. */
const forVendor: readonly Kind[] = [
  {
    kind: "pay_split.to_confirm",
    topic: "pay-split-answers",
    severity: "act",
    words: {
      en: ({ name }) => ({
        title: `All have signed: ${name}`,
        text: `All participants have signed the split of the pay credit of ${name}. It is in force once you confirm it.`,
      }),
      de: ({ name }) => ({
        title: `Alle haben unterschrieben: ${name}`,
        text: `Alle Beteiligten haben die Aufteilung der Vergütung von ${name} unterschrieben. Sie ist in Kraft, sobald Sie sie bestätigen.`,
      }),
      ar: ({ name }) => ({
        title: `وقّع الجميع: ${name}`,
        text: `وقّع جميع المشاركين على تقاسم أحقية العمولة في ${name}. وينفذ متى أكدته.`,
      }),
    },
  },
  {
    kind: "pay_split.turned_down",
    topic: "pay-split-answers",
    severity: "warn",
    words: {
      en: ({ name, partner, reason }) => ({
        title: `Split refused by ${partner}: ${name}`,
        text: `${partner} refused the proposed split of the pay credit of ${name}, for this reason:\n\n${reason}`,
      }),
      de: ({ name, partner, reason }) => ({
        title: `Aufteilung von ${partner} abgelehnt: ${name}`,
        text: `${partner} hat die vorgeschlagene Aufteilung der Vergütung von ${name} abgelehnt, mit dieser Begründung:\n\n${reason}`,
      }),
      ar: ({ name, partner, reason }) => ({
        title: `رُفض التقاسم من ${partner}: ${name}`,
        text: `رفض الشريك ${partner} التقاسم المقترح لأحقية العمولة في ${name} للسبب التالي:\n\n${reason}`,
      }),
    },
  },
];

export const kinds: readonly Kind[] = [...forPartners, ...forVendor];
