import type { Kind, Topic } from "../notices/index.ts";

/*
 * What people are told of tiers: the topics they choose mails by, and the words of the mails. The pages have the same in
 * web/noticeWords.tsx.
 */

export const topics: readonly Topic[] = [
  {
    key: "tiers",
    side: "partner",
    act: "tier.read",
    byMail: true,
    because: {
      en: "changes to your company's tier come to you by mail.",
      de: "Änderungen der Stufe Ihres Unternehmens per Mail an Sie gehen.",
      ar: "التغييرات في مستوى شركتك تُرسل إليك بالبريد.",
    },
  },
  {
    key: "tier-exceptions",
    side: "vendor",
    act: "tier.except",
    byMail: false,
    because: {
      en: "exceptions from tiers that end soon come to you by mail.",
      de: "Ausnahmen von Stufen, die bald enden, per Mail an Sie gehen.",
      ar: "الاستثناءات من المستويات التي تنتهي قريبًا تُرسل إليك بالبريد.",
    },
  },
];

export const kinds: readonly Kind[] = [
  {
    kind: "tier.promoted",
    topic: "tiers",
    severity: "good",
    words: {
      en: ({ program, level, from }, { day }) => ({
        title: `Promoted to ${level} in ${program}`,
        text: `Your company's level in ${program} is ${level} from ${day(from)} on.`,
      }),
      de: ({ program, level, from }, { day }) => ({
        title: `Hochgestuft auf ${level} in ${program}`,
        text: `Die Stufe Ihres Unternehmens in ${program} ist ab ${day(from)} ${level}.`,
      }),
      ar: ({ program, level, from }, { day }) => ({
        title: `ترفيع إلى ${level} في ${program}`,
        text: `مستوى شركتك في ${program} هو ${level} من ${day(from)}.`,
      }),
    },
  },
  {
    kind: "tier.demoted",
    topic: "tiers",
    severity: "warn",
    words: {
      en: ({ program, level, before, from }, { day }) => ({
        title: `${level} instead of ${before} in ${program}`,
        text: `From ${day(from)} on your company's level in ${program} is ${level}. The page says what was counted and what is missing.`,
      }),
      de: ({ program, level, before, from }, { day }) => ({
        title: `${level} statt ${before} in ${program}`,
        text: `Ab ${day(from)} ist die Stufe Ihres Unternehmens in ${program} ${level}. Die Seite sagt, was gezählt wurde und was fehlt.`,
      }),
      ar: ({ program, level, before, from }, { day }) => ({
        title: `المستوى ${level} بدلًا من ${before} في ${program}`,
        text: `من ${day(from)} يكون مستوى شركتك في ${program} هو ${level}. وتبيّن الصفحة ما احتُسب وما ينقص.`,
      }),
    },
  },
  {
    kind: "tier.grace_began",
    topic: "tiers",
    severity: "warn",
    words: {
      en: ({ program, level, until }, { day }) => ({
        title: `${level} in ${program} is in grace`,
        text: `Your company's numbers no longer reach ${level}. The level holds at least until ${day(until)}; the page says what is missing.`,
      }),
      de: ({ program, level, until }, { day }) => ({
        title: `${level} in ${program} ist in der Schonfrist`,
        text: `Die Zahlen Ihres Unternehmens erreichen ${level} nicht mehr. Die Stufe gilt mindestens bis ${day(until)}; die Seite sagt, was fehlt.`,
      }),
      ar: ({ program, level, until }, { day }) => ({
        title: `المستوى ${level} في ${program} ضمن مهلة السماح`,
        text: `لم تعد أرقام شركتك تبلغ ${level}. ويسري المستوى حتى ${day(until)} على الأقل؛ وتبيّن الصفحة ما ينقص.`,
      }),
    },
  },
  {
    kind: "tier.warned",
    topic: "tiers",
    severity: "act",
    words: {
      en: ({ program, level, wouldBe, from }, { day }) => ({
        title: `${level} in ${program} is at risk`,
        text: `By what counts so far the next review would give ${wouldBe}, from ${day(from)} on. The page says what is missing to keep ${level}.`,
      }),
      de: ({ program, level, wouldBe, from }, { day }) => ({
        title: `${level} in ${program} ist gefährdet`,
        text: `Nach dem, was bisher zählt, ergäbe die nächste Überprüfung ab ${day(from)} ${wouldBe}. Die Seite sagt, was fehlt, um ${level} zu behalten.`,
      }),
      ar: ({ program, level, wouldBe, from }, { day }) => ({
        title: `المستوى ${level} في ${program} معرّض للخطر`,
        text: `بحسب ما احتُسب حتى الآن ستعطي المراجعة التالية ${wouldBe} من ${day(from)}. وتبيّن الصفحة ما ينقص للاحتفاظ بالمستوى ${level}.`,
      }),
    },
  },
  {
    kind: "tier.exception_granted",
    topic: "tiers",
    severity: "info",
    words: {
      en: ({ program, level, from, until, reason }, { day }) => ({
        title: `${level} in ${program} by exception`,
        text: `From ${day(from)} until ${day(until)} your company has ${level} by exception, for this reason:\n\n${reason}`,
      }),
      de: ({ program, level, from, until, reason }, { day }) => ({
        title: `${level} in ${program} als Ausnahme`,
        text: `Von ${day(from)} bis ${day(until)} hat Ihr Unternehmen ausnahmsweise ${level}, mit dieser Begründung:\n\n${reason}`,
      }),
      ar: ({ program, level, from, until, reason }, { day }) => ({
        title: `المستوى ${level} في ${program} استثناءً`,
        text: `من ${day(from)} حتى ${day(until)} يكون لشركتك المستوى ${level} استثناءً، للسبب التالي:\n\n${reason}`,
      }),
    },
  },
  {
    kind: "tier.exception_ended",
    topic: "tiers",
    severity: "warn",
    words: {
      en: ({ program, level, until }, { day }) => ({
        title: `The exception for ${level} in ${program} ended`,
        text: `It holds no more since ${day(until)}. From then on the level follows from the numbers again.`,
      }),
      de: ({ program, level, until }, { day }) => ({
        title: `Die Ausnahme für ${level} in ${program} ist beendet`,
        text: `Seit ${day(until)} gilt sie nicht mehr. Seither folgt die Stufe wieder aus den Zahlen.`,
      }),
      ar: ({ program, level, until }, { day }) => ({
        title: `انتهى استثناء ${level} في ${program}`,
        text: `لم يعد الاستثناء ساريًا منذ ${day(until)}. ومن ذلك اليوم يتبع المستوى الأرقام من جديد.`,
      }),
    },
  },
  {
    kind: "tier.exception_ends_soon",
    topic: "tiers",
    severity: "warn",
    words: {
      en: ({ program, level, until }, { day }) => ({
        title: `${level} by exception ends soon in ${program}`,
        text: `From ${day(until)} on the level follows from the numbers again. The page says what is missing.`,
      }),
      de: ({ program, level, until }, { day }) => ({
        title: `${level} als Ausnahme endet bald in ${program}`,
        text: `Ab ${day(until)} folgt die Stufe wieder aus den Zahlen. Die Seite sagt, was fehlt.`,
      }),
      ar: ({ program, level, until }, { day }) => ({
        title: `ينتهي قريبًا المستوى ${level} الممنوح استثناءً في ${program}`,
        text: `من ${day(until)} يتبع المستوى الأرقام من جديد. وتبيّن الصفحة ما ينقص.`,
      }),
    },
  },
  {
    kind: "tier.exception_to_renew",
    topic: "tier-exceptions",
    severity: "info",
    words: {
      en: ({ program, level, until, partner }, { day }) => ({
        title: `${partner}: ${level} by exception ends soon`,
        text: `The exception in ${program} holds until ${day(until)}. Grant another, or let the numbers decide.`,
      }),
      de: ({ program, level, until, partner }, { day }) => ({
        title: `${partner}: ${level} als Ausnahme endet bald`,
        text: `Die Ausnahme in ${program} gilt bis ${day(until)}. Gewähren Sie eine weitere oder lassen Sie die Zahlen entscheiden.`,
      }),
      ar: ({ program, level, until, partner }, { day }) => ({
        title: `الشريك ${partner}: ينتهي قريبًا المستوى ${level} الممنوح استثناءً`,
        text: `يسري الاستثناء في ${program} حتى ${day(until)}. يُرجى منح استثناء آخر أو ترك الأرقام تبتّ.`,
      }),
    },
  },
  {
    kind: "tier.grandfathered",
    topic: "tiers",
    severity: "good",
    words: {
      en: ({ program, level, until, reason }, { day }) => ({
        title: `${level} in ${program} is promised`,
        text: `Your company keeps at least ${level} until ${day(until)}, for this reason:\n\n${reason}`,
      }),
      de: ({ program, level, until, reason }, { day }) => ({
        title: `${level} in ${program} ist zugesagt`,
        text: `Ihr Unternehmen behält mindestens ${level} bis ${day(until)}, mit dieser Begründung:\n\n${reason}`,
      }),
      ar: ({ program, level, until, reason }, { day }) => ({
        title: `المستوى ${level} في ${program} مضمون`,
        text: `تحتفظ شركتك بالمستوى ${level} على الأقل حتى ${day(until)}، للسبب التالي:\n\n${reason}`,
      }),
    },
  },
  {
    kind: "tier.program_changes",
    topic: "tiers",
    severity: "act",
    words: {
      en: ({ program, level, wouldBe, from }, { day }) => ({
        title: `${program} changes from ${day(from)} on`,
        text: `A version was published that asks more. By what counts so far your company would have ${wouldBe} instead of ${level} from ${day(from)} on.`,
      }),
      de: ({ program, level, wouldBe, from }, { day }) => ({
        title: `${program} ändert sich ab ${day(from)}`,
        text: `Es wurde eine Version veröffentlicht, die mehr verlangt. Nach dem, was bisher zählt, hätte Ihr Unternehmen ab ${day(from)} ${wouldBe} statt ${level}.`,
      }),
      ar: ({ program, level, wouldBe, from }, { day }) => ({
        title: `يتغير ${program} من ${day(from)}`,
        text: `نُشر إصدار يشترط أكثر. وبحسب ما احتُسب حتى الآن سيكون مستوى شركتك ${wouldBe} بدلًا من ${level} من ${day(from)}.`,
      }),
    },
  },
  {
    kind: "tier.program_asks_more",
    topic: "tiers",
    severity: "act",
    words: {
      en: ({ program, level, wouldBe, from, until }, { day }) => ({
        title: `${program} asks more for ${level} from ${day(from)} on`,
        text: `By what counts so far your company would earn ${wouldBe} by then. It keeps ${level} ${until === "" ? "for a time" : `in grace until ${day(until)}`}; the program's page says what is asked.`,
      }),
      de: ({ program, level, wouldBe, from, until }, { day }) => ({
        title: `${program} verlangt ab ${day(from)} mehr für ${level}`,
        text: `Nach dem, was bisher zählt, würde Ihr Unternehmen dann ${wouldBe} erreichen. Es behält ${level} ${until === "" ? "eine Zeit lang" : `in der Schonfrist bis ${day(until)}`}; die Seite des Programms sagt, was verlangt wird.`,
      }),
      ar: ({ program, level, wouldBe, from, until }, { day }) => ({
        title: `يشترط ${program} أكثر للمستوى ${level} من ${day(from)}`,
        text: `بحسب ما احتُسب حتى الآن ستبلغ شركتك عندئذ ${wouldBe}. وتحتفظ بالمستوى ${level} ${until === "" ? "لبعض الوقت" : `ضمن مهلة السماح حتى ${day(until)}`}؛ وتبيّن صفحة البرنامج ما يُشترط.`,
      }),
    },
  },
  {
    kind: "tier.program_takes_away",
    topic: "tiers",
    severity: "warn",
    words: {
      en: ({ program, level, benefits, from }, { day }) => ({
        title: `${program} gives less from ${day(from)} on`,
        text:
          benefits === ""
            ? `A version was published that changes what your company has with ${level}. The program's page says what.`
            : `A version was published by which your company has less with ${level}: ${benefits}. The program's page says more.`,
      }),
      de: ({ program, level, benefits, from }, { day }) => ({
        title: `${program} gibt ab ${day(from)} weniger`,
        text:
          benefits === ""
            ? `Es wurde eine Version veröffentlicht, die ändert, was Ihr Unternehmen mit ${level} hat. Die Seite des Programms sagt, was.`
            : `Es wurde eine Version veröffentlicht, nach der Ihr Unternehmen mit ${level} weniger hat: ${benefits}. Die Seite des Programms sagt mehr dazu.`,
      }),
      ar: ({ program, level, benefits, from }, { day }) => ({
        title: `يمنح ${program} أقل من ${day(from)}`,
        text:
          benefits === ""
            ? `نُشر إصدار يغيّر ما لشركتك في المستوى ${level}. وتبيّن صفحة البرنامج ما يتغير.`
            : `نُشر إصدار تنقص به حصة شركتك في المستوى ${level}: ${benefits}. وتبيّن صفحة البرنامج المزيد.`,
      }),
    },
  },
  {
    kind: "tier.program_leaves_out",
    topic: "tiers",
    severity: "warn",
    words: {
      en: ({ program, from }, { day }) => ({
        title: `${program} ends for your company on ${day(from)}`,
        text: "A version was published that is for others: as your company is recorded today, it takes no part in it.",
      }),
      de: ({ program, from }, { day }) => ({
        title: `${program} endet für Ihr Unternehmen am ${day(from)}`,
        text: "Es wurde eine Version veröffentlicht, die für andere gedacht ist: So wie Ihr Unternehmen heute geführt wird, nimmt es daran nicht teil.",
      }),
      ar: ({ program, from }, { day }) => ({
        title: `ينتهي ${program} بالنسبة إلى شركتك في ${day(from)}`,
        text: "نُشر إصدار موجّه إلى غيرها: فبحسب بيانات شركتك اليوم لا تشارك فيه.",
      }),
    },
  },
];
