import type { InLanguages, Kind, MailLanguage, Severity, Topic, Words } from "#ecosystem/notices/index.ts";

/*
 * What people are told of registrations: the topics they choose mails by, and the words of the mails. The pages have
 * the same in web/noticeWords.tsx. A partner's notice says nothing that its registration does not show, and before a
 * decision is told nothing that depends on anybody else's.
 */

export const topics: readonly Topic[] = [
  topic("received", "partner", "your company's registrations are confirmed by mail.", {
    de: "der Eingang Ihrer Registrierungen per Mail bestätigt wird.",
    ar: "تأكيدات استلام تسجيلات شركتك تُرسل بالبريد.",
  }),
  topic("questions", "partner", "questions about your company's registrations come to you by mail.", {
    de: "Fragen zu Registrierungen Ihres Unternehmens per Mail an Sie gehen.",
    ar: "الأسئلة بشأن تسجيلات شركتك تُرسل إليك بالبريد.",
  }),
  topic("decisions", "partner", "decisions on your company's registrations come to you by mail.", {
    de: "Entscheidungen über Registrierungen Ihres Unternehmens per Mail an Sie gehen.",
    ar: "القرارات بشأن تسجيلات شركتك تُرسل إليك بالبريد.",
  }),
  topic("endings", "partner", "you are reminded by mail when the protection of a deal ends.", {
    de: "Sie per Mail erinnert werden, wenn der Schutz eines Deals endet.",
    ar: "التذكيرات بانتهاء حماية الصفقات تُرسل إليك بالبريد.",
  }),
  topic("requests", "vendor", "what partners ask for comes to you by mail.", {
    de: "Anliegen von Partnern per Mail an Sie gehen.",
    ar: "طلبات الشركاء تُرسل إليك بالبريد.",
  }),
  topic("deadlines", "vendor", "deadlines for answers to partners come to you by mail.", {
    de: "Fristen für Antworten an Partner per Mail an Sie gehen.",
    ar: "مواعيد الرد على الشركاء تُرسل إليك بالبريد.",
  }),
];

function topic(key: string, side: Topic["side"], en: string, { de, ar }: { de: string; ar: string }): Topic {
  const act = side === "vendor" ? "deal.decide" : "deal.read";
  return { key, side, act, byMail: true, because: { en, de, ar } };
}

type Texts = Kind["words"];
const kind = (name: string, of: string, severity: Severity, en: Words, de: Words, ar: Words): Kind => ({
  kind: name,
  topic: of,
  severity,
  words: { en, de, ar } satisfies Texts,
});

/** Told at once where the rules of engagement say so, and never where they are neutral. */
function whyNotFree(language: MailLanguage, reason: unknown): string {
  const known = notFree[String(reason)]?.[language];
  return known === undefined ? "" : ` ${itIsNotFree[language]}: ${known}`;
}

const itIsNotFree: InLanguages<string> = {
  en: "Its claim is not free",
  de: "Der Anspruch ist nicht frei",
  ar: "المطالبة ليست متاحة",
};

const notFree: Readonly<Record<string, InLanguages<string>>> = {
  "already-protected": {
    en: "another registration was first.",
    de: "Eine andere Registrierung war früher da.",
    ar: "سبقها تسجيل آخر.",
  },
  "vendor-engaged": {
    en: "the vendor was engaged already.",
    de: "Der Anbieter war schon im Gespräch.",
    ar: "كان المورّد على تواصل مسبق.",
  },
  "public-tender": {
    en: "it is a public tender.",
    de: "Es ist eine öffentliche Ausschreibung.",
    ar: "إنها مناقصة عامة.",
  },
};

/** Arabic counts in six forms. */
const arabicPlurals = new Intl.PluralRules("ar");
function daysInArabic(days: unknown): string {
  const count = Number(days);
  switch (arabicPlurals.select(count)) {
    case "zero":
      return "لم تبقَ أيام";
    case "one":
      return "بقي يوم واحد";
    case "two":
      return "بقي يومان";
    case "few":
      return `بقيت ${count} أيام`;
    case "many":
      return `بقي ${count} يومًا`;
    default:
      return `بقي ${count} يوم`;
  }
}

/** To a partner's people. */
const forPartners: readonly Kind[] = [
  kind(
    "deal.received",
    "received",
    "info",
    ({ number, customer, answerDueAt, notFree }, { moment }) => ({
      title: `Registration ${number} received: ${customer}`,
      text: `The registration of ${customer} was received under number ${number}.${
        answerDueAt === null ? "" : ` A first answer is due by ${moment(answerDueAt)}.`
      }${whyNotFree("en", notFree)}`,
    }),
    ({ number, customer, answerDueAt, notFree }, { moment }) => ({
      title: `Registrierung ${number} eingegangen: ${customer}`,
      text: `Die Registrierung von ${customer} ist unter der Nummer ${number} eingegangen.${
        answerDueAt === null ? "" : ` Eine erste Antwort ist bis ${moment(answerDueAt)} fällig.`
      }${whyNotFree("de", notFree)}`,
    }),
    ({ number, customer, answerDueAt, notFree }, { moment }) => ({
      title: `استُلم التسجيل ${number}: ${customer}`,
      text: `استُلم تسجيل ${customer} برقم ${number}.${
        answerDueAt === null ? "" : ` وموعد الرد الأول ${moment(answerDueAt)}.`
      }${whyNotFree("ar", notFree)}`,
    }),
  ),
  kind(
    "deal.question",
    "questions",
    "act",
    ({ customer, question, dueAt }, { moment }) => ({
      title: `Question about ${customer}`,
      text: `There is a question about the registration of ${customer}:\n\n${question}\n\nPlease answer before ${moment(dueAt)}. Unanswered by then, the registration loses its place.`,
    }),
    ({ customer, question, dueAt }, { moment }) => ({
      title: `Frage zu ${customer}`,
      text: `Zur Registrierung von ${customer} gibt es eine Frage:\n\n${question}\n\nBitte antworten Sie vor ${moment(dueAt)}. Ohne Antwort verliert die Registrierung dann ihren Platz.`,
    }),
    ({ customer, question, dueAt }, { moment }) => ({
      title: `سؤال بشأن ${customer}`,
      text: `هناك سؤال بشأن تسجيل ${customer}:\n\n${question}\n\nيُرجى الإجابة قبل ${moment(dueAt)}. وبدون إجابة حتى ذلك الموعد يفقد التسجيل مكانه.`,
    }),
  ),
  kind(
    "deal.question_due",
    "questions",
    "act",
    ({ customer, dueAt }, { moment }) => ({
      title: `Answer due soon: ${customer}`,
      text: `The question about the registration of ${customer} is still open. Please answer before ${moment(dueAt)}. Unanswered by then, the registration loses its place.`,
    }),
    ({ customer, dueAt }, { moment }) => ({
      title: `Antwort bald fällig: ${customer}`,
      text: `Die Frage zur Registrierung von ${customer} ist noch offen. Bitte antworten Sie vor ${moment(dueAt)}. Ohne Antwort verliert die Registrierung dann ihren Platz.`,
    }),
    ({ customer, dueAt }, { moment }) => ({
      title: `اقترب موعد الإجابة: ${customer}`,
      text: `ما زال السؤال بشأن تسجيل ${customer} بانتظار إجابة. يُرجى الإجابة قبل ${moment(dueAt)}. وبدون إجابة حتى ذلك الموعد يفقد التسجيل مكانه.`,
    }),
  ),
  kind(
    "deal.lapsed",
    "questions",
    "warn",
    ({ customer }) => ({
      title: `Not answered in time: ${customer}`,
      text: `The question about the registration of ${customer} was not answered in time, and the registration has ended. You can register the deal anew.`,
    }),
    ({ customer }) => ({
      title: `Nicht rechtzeitig beantwortet: ${customer}`,
      text: `Die Frage zur Registrierung von ${customer} wurde nicht rechtzeitig beantwortet, und die Registrierung ist beendet. Sie können den Deal neu registrieren.`,
    }),
    ({ customer }) => ({
      title: `لم يُجب عنه في الموعد: ${customer}`,
      text: `لم يُجب عن السؤال بشأن تسجيل ${customer} في الموعد، فانتهى التسجيل. ويمكنك تسجيل الصفقة من جديد.`,
    }),
  ),
  kind(
    "deal.approved",
    "decisions",
    "good",
    ({ customer, protectedUntil }, { moment }) => ({
      title: `Approved: ${customer}`,
      text: `The registration of ${customer} is approved. It is protected until ${moment(protectedUntil)}.`,
    }),
    ({ customer, protectedUntil }, { moment }) => ({
      title: `Genehmigt: ${customer}`,
      text: `Die Registrierung von ${customer} ist genehmigt. Sie ist bis ${moment(protectedUntil)} geschützt.`,
    }),
    ({ customer, protectedUntil }, { moment }) => ({
      title: `تم الاعتماد: ${customer}`,
      text: `اعتُمد تسجيل ${customer}، وهو محمي حتى ${moment(protectedUntil)}.`,
    }),
  ),
  kind(
    "deal.rejected",
    "decisions",
    "warn",
    ({ customer, reason }) => ({
      title: `Rejected: ${customer}`,
      text: `The registration of ${customer} is rejected, for this reason:\n\n${reason}`,
    }),
    ({ customer, reason }) => ({
      title: `Abgelehnt: ${customer}`,
      text: `Die Registrierung von ${customer} ist abgelehnt, mit dieser Begründung:\n\n${reason}`,
    }),
    ({ customer, reason }) => ({
      title: `تم الرفض: ${customer}`,
      text: `رُفض تسجيل ${customer} للسبب التالي:\n\n${reason}`,
    }),
  ),
  kind(
    "deal.revoked",
    "decisions",
    "warn",
    ({ customer, reason }) => ({
      title: `Protection revoked: ${customer}`,
      text: `The protection of ${customer} is revoked, for this reason:\n\n${reason}`,
    }),
    ({ customer, reason }) => ({
      title: `Schutz widerrufen: ${customer}`,
      text: `Der Schutz von ${customer} ist widerrufen, mit dieser Begründung:\n\n${reason}`,
    }),
    ({ customer, reason }) => ({
      title: `أُلغيت الحماية: ${customer}`,
      text: `أُلغيت حماية ${customer} للسبب التالي:\n\n${reason}`,
    }),
  ),
  kind(
    "deal.extended",
    "decisions",
    "good",
    ({ customer, until }, { moment }) => ({
      title: `More time granted: ${customer}`,
      text: `The deal with ${customer} is now protected until ${moment(until)}.`,
    }),
    ({ customer, until }, { moment }) => ({
      title: `Mehr Zeit gewährt: ${customer}`,
      text: `Der Deal mit ${customer} ist jetzt bis ${moment(until)} geschützt.`,
    }),
    ({ customer, until }, { moment }) => ({
      title: `مُنح وقت إضافي: ${customer}`,
      text: `الصفقة مع ${customer} محمية الآن حتى ${moment(until)}.`,
    }),
  ),
  kind(
    "deal.not_extended",
    "decisions",
    "warn",
    ({ customer, note }) => ({
      title: `No more time: ${customer}`,
      text: `More time for the deal with ${customer} is not granted, for this reason:\n\n${note}`,
    }),
    ({ customer, note }) => ({
      title: `Keine weitere Zeit: ${customer}`,
      text: `Für den Deal mit ${customer} wird keine weitere Zeit gewährt, mit dieser Begründung:\n\n${note}`,
    }),
    ({ customer, note }) => ({
      title: `لا وقت إضافي: ${customer}`,
      text: `لم يُمنح وقت إضافي للصفقة مع ${customer} للسبب التالي:\n\n${note}`,
    }),
  ),
  kind(
    "deal.outcome_accepted",
    "decisions",
    "good",
    ({ customer, outcome }) => ({
      title: `Confirmed as ${outcome}: ${customer}`,
      text: `What you said of the deal with ${customer} is confirmed: it is ${outcome}, and the registration is closed.`,
    }),
    ({ customer, outcome }) => ({
      title: `Als ${outcome === "won" ? "gewonnen" : "verloren"} bestätigt: ${customer}`,
      text: `Ihre Angabe zum Deal mit ${customer} ist bestätigt: Er ist ${outcome === "won" ? "gewonnen" : "verloren"}, und die Registrierung ist abgeschlossen.`,
    }),
    ({ customer, outcome }) => ({
      title: `${outcome === "won" ? "تم تأكيد الكسب" : "تم تأكيد الخسارة"}: ${customer}`,
      text: `تم تأكيد إفادتك بشأن الصفقة مع ${customer}: وهي ${outcome === "won" ? "مكسوبة" : "خاسرة"}، وأُغلق التسجيل.`,
    }),
  ),
  kind(
    "deal.outcome_refused",
    "decisions",
    "warn",
    ({ customer, outcome, note }) => ({
      title: `Not confirmed as ${outcome}: ${customer}`,
      text: `That the deal with ${customer} is ${outcome} was not confirmed, for this reason:\n\n${note}`,
    }),
    ({ customer, outcome, note }) => ({
      title: `Nicht als ${outcome === "won" ? "gewonnen" : "verloren"} bestätigt: ${customer}`,
      text: `Dass der Deal mit ${customer} ${outcome === "won" ? "gewonnen" : "verloren"} ist, wurde nicht bestätigt, mit dieser Begründung:\n\n${note}`,
    }),
    ({ customer, outcome, note }) => ({
      title: `${outcome === "won" ? "لم يُؤكَّد الكسب" : "لم تُؤكَّد الخسارة"}: ${customer}`,
      text: `لم يُؤكَّد أن الصفقة مع ${customer} ${outcome === "won" ? "مكسوبة" : "خاسرة"} للسبب التالي:\n\n${note}`,
    }),
  ),
  kind(
    "deal.ending",
    "endings",
    "warn",
    ({ customer, protectedUntil, days }, { moment }) => ({
      title: `${Number(days) === 1 ? "1 day" : `${days} days`} of protection left: ${customer}`,
      text: `The protection of the deal with ${customer} ends at ${moment(protectedUntil)}. If you need more time, ask for it before then.`,
    }),
    ({ customer, protectedUntil, days }, { moment }) => ({
      title: `Noch ${Number(days) === 1 ? "1 Tag" : `${days} Tage`} Schutz: ${customer}`,
      text: `Der Schutz des Deals mit ${customer} endet am ${moment(protectedUntil)}. Wenn Sie mehr Zeit brauchen, bitten Sie vorher darum.`,
    }),
    ({ customer, protectedUntil, days }, { moment }) => ({
      title: `${daysInArabic(days)} من الحماية: ${customer}`,
      text: `تنتهي حماية الصفقة مع ${customer} في ${moment(protectedUntil)}. وعند الحاجة إلى وقت إضافي يُرجى طلبه قبل ذلك.`,
    }),
  ),
  kind(
    "deal.expired",
    "endings",
    "warn",
    ({ customer, protectedUntil }, { moment }) => ({
      title: `Protection ended: ${customer}`,
      text: `The protection of the deal with ${customer} ended at ${moment(protectedUntil)}. You can register the deal anew.`,
    }),
    ({ customer, protectedUntil }, { moment }) => ({
      title: `Schutz beendet: ${customer}`,
      text: `Der Schutz des Deals mit ${customer} ist seit ${moment(protectedUntil)} beendet. Sie können den Deal neu registrieren.`,
    }),
    ({ customer, protectedUntil }, { moment }) => ({
      title: `انتهت الحماية: ${customer}`,
      text: `انتهت حماية الصفقة مع ${customer} في ${moment(protectedUntil)}. ويمكنك تسجيل الصفقة من جديد.`,
    }),
  ),
  kind(
    "deal.closed",
    "endings",
    "info",
    ({ customer, as }) => ({
      title: `Closed as ${as}: ${customer}`,
      text: `The deal with ${customer} is ${as}, and its registration is closed.`,
    }),
    ({ customer, as }) => ({
      title: `Als ${as === "won" ? "gewonnen" : "verloren"} abgeschlossen: ${customer}`,
      text: `Der Deal mit ${customer} ist ${as === "won" ? "gewonnen" : "verloren"}, und seine Registrierung ist abgeschlossen.`,
    }),
    ({ customer, as }) => ({
      title: `أُغلقت ${as === "won" ? "مكسوبة" : "خاسرة"}: ${customer}`,
      text: `الصفقة مع ${customer} ${as === "won" ? "مكسوبة" : "خاسرة"}، وأُغلق تسجيلها.`,
    }),
  ),
];

/** To the vendor's people. */
const forVendor: readonly Kind[] = [
  kind(
    "deal.to_decide",
    "requests",
    "act",
    ({ customer, partner, number, answerDueAt }, { moment }) => ({
      title: `New registration: ${customer}, of ${partner}`,
      text: `${partner} has registered the deal with ${customer}, number ${number}.${
        answerDueAt === null ? "" : ` A first answer is due by ${moment(answerDueAt)}.`
      }`,
    }),
    ({ customer, partner, number, answerDueAt }, { moment }) => ({
      title: `Neue Registrierung: ${customer}, von ${partner}`,
      text: `${partner} hat den Deal mit ${customer} unter der Nummer ${number} registriert.${
        answerDueAt === null ? "" : ` Eine erste Antwort ist bis ${moment(answerDueAt)} fällig.`
      }`,
    }),
    ({ customer, partner, number, answerDueAt }, { moment }) => ({
      title: `تسجيل جديد: ${customer}، من ${partner}`,
      text: `سجّل الشريك ${partner} الصفقة مع ${customer} برقم ${number}.${
        answerDueAt === null ? "" : ` وموعد الرد الأول ${moment(answerDueAt)}.`
      }`,
    }),
  ),
  kind(
    "deal.entered",
    "requests",
    "info",
    ({ customer, partner, number }) => ({
      title: `Entered for ${partner}: ${customer}`,
      text: `The registration of ${customer}, which you entered for ${partner}, was received under number ${number}.`,
    }),
    ({ customer, partner, number }) => ({
      title: `Für ${partner} eingetragen: ${customer}`,
      text: `Die Registrierung von ${customer}, die Sie für ${partner} eingetragen haben, ist unter der Nummer ${number} eingegangen.`,
    }),
    ({ customer, partner, number }) => ({
      title: `أُدخل نيابةً عن ${partner}: ${customer}`,
      text: `استُلم برقم ${number} تسجيل ${customer} الذي أدخلته نيابةً عن الشريك ${partner}.`,
    }),
  ),
  kind(
    "deal.answer_came",
    "requests",
    "act",
    ({ customer, partner, answer }) => ({
      title: `Answered: ${customer}, of ${partner}`,
      text: `${partner} has answered the question about ${customer}:\n\n${answer}`,
    }),
    ({ customer, partner, answer }) => ({
      title: `Beantwortet: ${customer}, von ${partner}`,
      text: `${partner} hat die Frage zu ${customer} beantwortet:\n\n${answer}`,
    }),
    ({ customer, partner, answer }) => ({
      title: `وردت إجابة: ${customer}، من ${partner}`,
      text: `أجاب الشريك ${partner} عن السؤال بشأن ${customer}:\n\n${answer}`,
    }),
  ),
  kind(
    "deal.extension_asked",
    "requests",
    "act",
    ({ customer, partner, reason }) => ({
      title: `More time wanted: ${customer}, of ${partner}`,
      text: `${partner} asks for more time for the deal with ${customer}:\n\n${reason}`,
    }),
    ({ customer, partner, reason }) => ({
      title: `Mehr Zeit gewünscht: ${customer}, von ${partner}`,
      text: `${partner} bittet um mehr Zeit für den Deal mit ${customer}:\n\n${reason}`,
    }),
    ({ customer, partner, reason }) => ({
      title: `مطلوب وقت إضافي: ${customer}، من ${partner}`,
      text: `يطلب الشريك ${partner} وقتًا إضافيًا للصفقة مع ${customer}:\n\n${reason}`,
    }),
  ),
  kind(
    "deal.outcome_proposed",
    "requests",
    "act",
    ({ customer, partner, outcome }) => ({
      title: `Said to be ${outcome}: ${customer}, of ${partner}`,
      text: `${partner} says that the deal with ${customer} is ${outcome}. It counts when you take it over.`,
    }),
    ({ customer, partner, outcome }) => ({
      title: `Als ${outcome === "won" ? "gewonnen" : "verloren"} gemeldet: ${customer}, von ${partner}`,
      text: `${partner} meldet den Deal mit ${customer} als ${outcome === "won" ? "gewonnen" : "verloren"}. Es zählt, wenn Sie es übernehmen.`,
    }),
    ({ customer, partner, outcome }) => ({
      title: `${outcome === "won" ? "إفادة بالكسب" : "إفادة بالخسارة"}: ${customer}، من ${partner}`,
      text: `يفيد الشريك ${partner} بأن الصفقة مع ${customer} ${outcome === "won" ? "مكسوبة" : "خاسرة"}. ويُحتسب ذلك عند قبولك له.`,
    }),
  ),
  kind(
    "deal.rivalled",
    "requests",
    "act",
    ({ customer, partner, opportunity, whose }) => ({
      title: `Competing with a protected deal: ${customer}, of ${partner}`,
      text: `The opportunity "${opportunity}"${whose ? ` of ${whose}` : ""} was opened at ${customer}, which you have protected for ${partner}. Stop it, or say why it may go on.`,
    }),
    ({ customer, partner, opportunity, whose }) => ({
      title: `Wettbewerb mit einem geschützten Deal: ${customer}, von ${partner}`,
      text: `Bei ${customer}, geschützt für ${partner}, wurde die Verkaufschance „${opportunity}“${whose ? ` von ${whose}` : ""} eröffnet. Beenden Sie sie, oder begründen Sie, warum sie bestehen darf.`,
    }),
    ({ customer, partner, opportunity, whose }) => ({
      title: `منافسة لصفقة محمية: ${customer}، من ${partner}`,
      text: `فُتحت الفرصة «${opportunity}»${whose ? ` (${whose})` : ""} لدى ${customer}، وهو محمي لصالح الشريك ${partner}. يُرجى إيقافها أو بيان سبب السماح باستمرارها.`,
    }),
  ),
  kind(
    "deal.due_soon",
    "deadlines",
    "act",
    ({ customer, partner, clock, dueAt }, { moment }) => ({
      title: `${clock === "answer" ? "First answer" : "Decision"} due soon: ${customer}, of ${partner}`,
      text: `${clock === "answer" ? "A first answer to" : "A decision on"} the registration of ${customer} by ${partner} is due by ${moment(dueAt)}.`,
    }),
    ({ customer, partner, clock, dueAt }, { moment }) => ({
      title: `${clock === "answer" ? "Erste Antwort" : "Entscheidung"} bald fällig: ${customer}, von ${partner}`,
      text: `${clock === "answer" ? "Eine erste Antwort auf" : "Eine Entscheidung über"} die Registrierung von ${customer} durch ${partner} ist bis ${moment(dueAt)} fällig.`,
    }),
    ({ customer, partner, clock, dueAt }, { moment }) => ({
      title: `اقترب موعد ${clock === "answer" ? "الرد الأول" : "القرار"}: ${customer}، من ${partner}`,
      text: `موعد ${clock === "answer" ? "الرد الأول على" : "القرار بشأن"} تسجيل ${customer} المقدَّم من ${partner} هو ${moment(dueAt)}.`,
    }),
  ),
  kind(
    "deal.overdue",
    "deadlines",
    "act",
    ({ customer, partner, clock, dueAt }, { moment }) => ({
      title: `${clock === "answer" ? "First answer" : "Decision"} overdue: ${customer}, of ${partner}`,
      text: `${clock === "answer" ? "A first answer to" : "A decision on"} the registration of ${customer} by ${partner} was due by ${moment(dueAt)}.`,
    }),
    ({ customer, partner, clock, dueAt }, { moment }) => ({
      title: `${clock === "answer" ? "Erste Antwort" : "Entscheidung"} überfällig: ${customer}, von ${partner}`,
      text: `${clock === "answer" ? "Eine erste Antwort auf" : "Eine Entscheidung über"} die Registrierung von ${customer} durch ${partner} war bis ${moment(dueAt)} fällig.`,
    }),
    ({ customer, partner, clock, dueAt }, { moment }) => ({
      title: `فات موعد ${clock === "answer" ? "الرد الأول" : "القرار"}: ${customer}، من ${partner}`,
      text: `كان موعد ${clock === "answer" ? "الرد الأول على" : "القرار بشأن"} تسجيل ${customer} المقدَّم من ${partner} هو ${moment(dueAt)}.`,
    }),
  ),
  kind(
    "deal.escalated",
    "deadlines",
    "act",
    ({ customer, partner, clock, dueAt }, { moment }) => ({
      title: `Still nobody has ${clock === "answer" ? "answered" : "decided"}: ${customer}, of ${partner}`,
      text: `${clock === "answer" ? "A first answer to" : "A decision on"} the registration of ${customer} by ${partner} was due by ${moment(dueAt)}, more than a business day ago. As an administrator you are told so that somebody takes it on.`,
    }),
    ({ customer, partner, clock, dueAt }, { moment }) => ({
      title: `Noch immer nicht ${clock === "answer" ? "beantwortet" : "entschieden"}: ${customer}, von ${partner}`,
      text: `${clock === "answer" ? "Eine erste Antwort auf" : "Eine Entscheidung über"} die Registrierung von ${customer} durch ${partner} war bis ${moment(dueAt)} fällig, vor mehr als einem Arbeitstag. Als Administration erfahren Sie es, damit sich jemand darum kümmert.`,
    }),
    ({ customer, partner, clock, dueAt }, { moment }) => ({
      title: `${clock === "answer" ? "لم يرد أحد بعد" : "لم يبتّ أحد بعد"}: ${customer}، من ${partner}`,
      text: `كان موعد ${clock === "answer" ? "الرد الأول على" : "القرار بشأن"} تسجيل ${customer} المقدَّم من ${partner} هو ${moment(dueAt)}، أي قبل أكثر من يوم عمل. ويصلك هذا بصفتك من المسؤولين، ليتولى أحد الأمر.`,
    }),
  ),
];

export const kinds: readonly Kind[] = [...forPartners, ...forVendor];
