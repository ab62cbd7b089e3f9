import type { Kind, Topic } from "../notices/index.ts";

/* What people are told of specializations; the pages have the same words in web/noticeWords.tsx. */

export const topics: readonly Topic[] = [
  {
    key: "specializations",
    side: "partner",
    act: "specialization.read",
    byMail: true,
    because: {
      en: "what becomes of your company's specializations comes to you by mail.",
      de: "was aus den Spezialisierungen Ihres Unternehmens wird, per Mail an Sie geht.",
      ar: "ما يستجد بشأن تخصصات شركتك يُرسل إليك بالبريد.",
    },
  },
  {
    key: "specialization-applications",
    side: "vendor",
    act: "specialization.decide",
    byMail: true,
    because: {
      en: "applications for specializations come to you by mail.",
      de: "Anträge auf Spezialisierungen per Mail an Sie gehen.",
      ar: "طلبات التخصصات تُرسل إليك بالبريد.",
    },
  },
];

export const kinds: readonly Kind[] = [
  {
    kind: "specialization.to_decide",
    topic: "specialization-applications",
    severity: "act",
    words: {
      en: ({ label, partner }) => ({
        title: `${partner} applies for ${label}`,
        text: `${partner} applies for the specialization ${label}. What is asked and what the company has stand beside it.`,
      }),
      de: ({ label, partner }) => ({
        title: `${partner} beantragt ${label}`,
        text: `${partner} beantragt die Spezialisierung ${label}. Was verlangt ist und was das Unternehmen hat, steht daneben.`,
      }),
      ar: ({ label, partner }) => ({
        title: `طلب ${label} من الشريك ${partner}`,
        text: `يتقدم الشريك ${partner} بطلب التخصص ${label}. ويظهر المطلوب وما لدى الشركة جنبًا إلى جنب.`,
      }),
    },
  },
  {
    kind: "specialization.awarded",
    topic: "specializations",
    severity: "good",
    words: {
      en: ({ label, until }, { day }) => ({
        title: `Your company is specialized: ${label}`,
        text: `The specialization ${label} is awarded to your company, through ${day(until)}. Its badge is on your page of specializations.`,
      }),
      de: ({ label, until }, { day }) => ({
        title: `Ihr Unternehmen ist spezialisiert: ${label}`,
        text: `Die Spezialisierung ${label} ist Ihrem Unternehmen verliehen; sie gilt bis einschließlich ${day(until)}. Ihr Abzeichen finden Sie auf Ihrer Seite der Spezialisierungen.`,
      }),
      ar: ({ label, until }, { day }) => ({
        title: `شركتك متخصصة: ${label}`,
        text: `مُنح التخصص ${label} لشركتك، ويسري حتى نهاية يوم ${day(until)}. وشارته في صفحة تخصصاتك.`,
      }),
    },
  },
  {
    kind: "specialization.declined",
    topic: "specializations",
    severity: "warn",
    words: {
      en: ({ label, reason }) => ({
        title: `Application declined: ${label}`,
        text: `Your application for the specialization ${label} was declined, for this reason:\n\n${reason}`,
      }),
      de: ({ label, reason }) => ({
        title: `Antrag abgelehnt: ${label}`,
        text: `Ihr Antrag auf die Spezialisierung ${label} wurde abgelehnt, mit dieser Begründung:\n\n${reason}`,
      }),
      ar: ({ label, reason }) => ({
        title: `رُفض الطلب: ${label}`,
        text: `رُفض طلبك للتخصص ${label} للسبب التالي:\n\n${reason}`,
      }),
    },
  },
  {
    kind: "specialization.revoked",
    topic: "specializations",
    severity: "warn",
    words: {
      en: ({ label, reason }) => ({
        title: `Specialization revoked: ${label}`,
        text: `Your company does not hold the specialization ${label} any more. It was revoked, for this reason:\n\n${reason}`,
      }),
      de: ({ label, reason }) => ({
        title: `Spezialisierung entzogen: ${label}`,
        text: `Ihr Unternehmen hat die Spezialisierung ${label} nicht mehr. Sie wurde entzogen, mit dieser Begründung:\n\n${reason}`,
      }),
      ar: ({ label, reason }) => ({
        title: `أُلغي التخصص: ${label}`,
        text: `لم تعد شركتك تحمل التخصص ${label}، فقد أُلغي للسبب التالي:\n\n${reason}`,
      }),
    },
  },
  {
    kind: "specialization.ending",
    topic: "specializations",
    severity: "act",
    words: {
      en: ({ label, until }, { day }) => ({
        title: `A specialization ends soon: ${label}`,
        text: `The specialization ${label} holds through ${day(until)}. Apply for its renewal before it ends.`,
      }),
      de: ({ label, until }, { day }) => ({
        title: `Eine Spezialisierung läuft aus: ${label}`,
        text: `Die Spezialisierung ${label} gilt bis einschließlich ${day(until)}. Beantragen Sie vorher ihre Erneuerung.`,
      }),
      ar: ({ label, until }, { day }) => ({
        title: `ينتهي تخصص قريبًا: ${label}`,
        text: `يسري التخصص ${label} حتى نهاية يوم ${day(until)}. يُرجى طلب تجديده قبل ذلك.`,
      }),
    },
  },
  {
    kind: "specialization.expired",
    topic: "specializations",
    severity: "warn",
    words: {
      en: ({ label, until }, { day }) => ({
        title: `A specialization has ended: ${label}`,
        text: `The specialization ${label} ended after ${day(until)}. Your company can apply for it anew.`,
      }),
      de: ({ label, until }, { day }) => ({
        title: `Eine Spezialisierung ist ausgelaufen: ${label}`,
        text: `Die Spezialisierung ${label} galt bis einschließlich ${day(until)}. Ihr Unternehmen kann sie neu beantragen.`,
      }),
      ar: ({ label, until }, { day }) => ({
        title: `انتهى تخصص: ${label}`,
        text: `سرى التخصص ${label} حتى نهاية يوم ${day(until)}. ويمكن لشركتك التقدم بطلبه من جديد.`,
      }),
    },
  },
];
