import type { Kind, Topic } from "../notices/index.ts";

/* What partners are told of programs; the pages have the same words in web/noticeWords.tsx. */

export const topics: readonly Topic[] = [
  {
    key: "programs",
    side: "partner",
    act: "program.acknowledge",
    byMail: true,
    because: {
      en: "what your company is asked about programs comes to you by mail.",
      de: "Anfragen zu Programmen Ihres Unternehmens per Mail an Sie gehen.",
      ar: "تصلك بالبريد الإلكتروني طلبات البرامج الموجهة إلى شركتك.",
    },
  },
];

export const kinds: readonly Kind[] = [
  {
    kind: "program.to_acknowledge",
    topic: "programs",
    severity: "act",
    words: {
      en: ({ program, year }) => ({
        title: `${program}: the program year ${year} waits to be acknowledged`,
        text: `Read what the levels of ${program} ask for and give, then acknowledge the program year ${year} for your company.`,
      }),
      de: ({ program, year }) => ({
        title: `${program}: Das Programmjahr ${year} wartet auf Bestätigung`,
        text: `Lesen Sie, was die Stufen von ${program} verlangen und bieten, und bestätigen Sie dann das Programmjahr ${year} für Ihr Unternehmen.`,
      }),
      ar: ({ program, year }) => ({
        title: `${program}: سنة البرنامج ${year} بانتظار الإقرار`,
        text: `اقرأ ما تطلبه مستويات ${program} وما تمنحه، ثم أقرّ بسنة البرنامج ${year} نيابةً عن شركتك.`,
      }),
    },
  },
  {
    kind: "program.included",
    topic: "programs",
    severity: "good",
    words: {
      en: ({ program, from, reason }, { day }) => ({
        title: `Your company is taken into ${program}`,
        text: `It holds from ${day(from)} on, for this reason:\n\n${reason}`,
      }),
      de: ({ program, from, reason }, { day }) => ({
        title: `Ihr Unternehmen wird in ${program} aufgenommen`,
        text: `Das gilt ab ${day(from)}, mit dieser Begründung:\n\n${reason}`,
      }),
      ar: ({ program, from, reason }, { day }) => ({
        title: `تنضم شركتك إلى ${program}`,
        text: `يسري ذلك اعتبارًا من ${day(from)}، وللسبب التالي:\n\n${reason}`,
      }),
    },
  },
  {
    kind: "program.excluded",
    topic: "programs",
    severity: "warn",
    words: {
      en: ({ program, from, reason }, { day }) => ({
        title: `Your company is left out of ${program}`,
        text: `From ${day(from)} on it is not in the program, for this reason:\n\n${reason}`,
      }),
      de: ({ program, from, reason }, { day }) => ({
        title: `Ihr Unternehmen wird aus ${program} herausgenommen`,
        text: `Ab ${day(from)} ist es nicht im Programm, mit dieser Begründung:\n\n${reason}`,
      }),
      ar: ({ program, from, reason }, { day }) => ({
        title: `أُخرجت شركتك من ${program}`,
        text: `اعتبارًا من ${day(from)} لن تكون في البرنامج، وللسبب التالي:\n\n${reason}`,
      }),
    },
  },
];
