import type { Kind, Topic } from "../notices/index.ts";

/* What the vendor's people are told of overrides; the pages have the same words in web/noticeWords.tsx. */

export const topics: readonly Topic[] = [
  {
    key: "overrides",
    side: "vendor",
    act: "program-override.propose",
    byMail: true,
    because: {
      en: "proposed and ending overrides of programs come to you by mail.",
      de: "vorgeschlagene und auslaufende Abweichungen von Programmen per Mail an Sie gehen.",
      ar: "التعديلات المقترحة والمنتهية على البرامج تُرسل إليك بالبريد.",
    },
  },
];

export const kinds: readonly Kind[] = [
  {
    kind: "program_override.to_approve",
    topic: "overrides",
    severity: "act",
    words: {
      en: ({ program, scope, by, reason }) => ({
        title: `An override waits for your approval: ${program}, ${scope}`,
        text: `${by} proposes that ${scope} does something otherwise than ${program} says to all, for this reason:\n\n${reason}`,
      }),
      de: ({ program, scope, by, reason }) => ({
        title: `Eine Abweichung wartet auf Ihre Freigabe: ${program}, ${scope}`,
        text: `${by} schlägt vor, dass in ${scope} etwas anderes gilt, als ${program} für alle sagt, mit dieser Begründung:\n\n${reason}`,
      }),
      ar: ({ program, scope, by, reason }) => ({
        title: `تعديل بانتظار اعتمادك: ${program}، ${scope}`,
        text: `اقترح ${by} أن يسري في ${scope} غير ما يقوله ${program} للجميع، للسبب التالي:\n\n${reason}`,
      }),
    },
  },
  {
    kind: "program_override.approved",
    topic: "overrides",
    severity: "good",
    words: {
      en: ({ program, scope, from, until }, { day }) => ({
        title: `Override approved: ${program}, ${scope}`,
        text: `What you proposed for ${scope} is approved. It holds from ${day(from)} through ${day(until)}.`,
      }),
      de: ({ program, scope, from, until }, { day }) => ({
        title: `Abweichung freigegeben: ${program}, ${scope}`,
        text: `Was Sie für ${scope} vorgeschlagen haben, ist freigegeben. Es gilt ab ${day(from)} bis einschließlich ${day(until)}.`,
      }),
      ar: ({ program, scope, from, until }, { day }) => ({
        title: `اعتُمد التعديل: ${program}، ${scope}`,
        text: `اعتُمد ما اقترحته لأجل ${scope}. ويسري من ${day(from)} حتى نهاية يوم ${day(until)}.`,
      }),
    },
  },
  {
    kind: "program_override.declined",
    topic: "overrides",
    severity: "warn",
    words: {
      en: ({ program, scope, reason }) => ({
        title: `Override declined: ${program}, ${scope}`,
        text: `What you proposed for ${scope} was declined, for this reason:\n\n${reason}`,
      }),
      de: ({ program, scope, reason }) => ({
        title: `Abweichung abgelehnt: ${program}, ${scope}`,
        text: `Was Sie für ${scope} vorgeschlagen haben, wurde abgelehnt, mit dieser Begründung:\n\n${reason}`,
      }),
      ar: ({ program, scope, reason }) => ({
        title: `رُفض التعديل: ${program}، ${scope}`,
        text: `رُفض ما اقترحته لأجل ${scope} للسبب التالي:\n\n${reason}`,
      }),
    },
  },
  {
    kind: "program_override.ending",
    topic: "overrides",
    severity: "warn",
    words: {
      en: ({ program, scope, until }, { day }) => ({
        title: `An override ends soon: ${program}, ${scope}`,
        text: `What ${scope} does otherwise than ${program} says to all holds through ${day(until)}. From then on the program's own word holds, unless another override is approved before.`,
      }),
      de: ({ program, scope, until }, { day }) => ({
        title: `Eine Abweichung läuft aus: ${program}, ${scope}`,
        text: `Was in ${scope} anders gilt, als ${program} für alle sagt, gilt bis einschließlich ${day(until)}. Danach gilt, was das Programm für alle sagt, wenn nicht vorher eine weitere Abweichung freigegeben wird.`,
      }),
      ar: ({ program, scope, until }, { day }) => ({
        title: `ينتهي تعديل قريبًا: ${program}، ${scope}`,
        text: `يبقى حتى نهاية يوم ${day(until)} ما يسري في ${scope} خلافًا لما يقوله ${program} للجميع. وبعده يسري ما يقوله البرنامج نفسه، ما لم يُعتمد تعديل آخر قبل ذلك.`,
      }),
    },
  },
];
