/*
 * The words of the demo's vendor in German and Arabic, by what it wrote. What is left out is missing; drafts are read by
 * nobody but those who write. So the list of texts has something in every state, and partners see what is not theirs yet.
 */

interface Said {
  de?: string;
  ar?: string;
}

export const translations: Readonly<Record<string, Said>> = {
  // Managed services
  "Managed services": { de: "Managed Services", ar: "الخدمات المُدارة" },
  "For providers that run the product for their customers, month by month.": {
    de: "Für Dienstleister, die das Produkt Monat für Monat für ihre Kunden betreiben.",
    ar: "لمزوّدي الخدمات الذين يشغّلون المنتج لعملائهم شهرًا بعد شهر.",
  },
  Member: { de: "Mitglied", ar: "عضو" },
  Advanced: { de: "Fortgeschritten", ar: "متقدّم" },
  Premier: { de: "Premier", ar: "ممتاز" },
  "Managed value": { de: "Betreuter Wert", ar: "قيمة الخدمات المُدارة" },
  "Certified people": { de: "Zertifizierte Personen", ar: "الأشخاص المعتمدون" },
  Satisfaction: { de: "Zufriedenheit", ar: "رضا العملاء" },
  "Audit passed": { de: "Audit bestanden", ar: "اجتياز التدقيق" },
  "Agreement signed": { de: "Vereinbarung unterschrieben", ar: "توقيع الاتفاقية" },
  "Overdue balance": { de: "Überfälliger Saldo", ar: "الرصيد المتأخر" },
  "Discount on monthly rates": { de: "Rabatt auf Monatspreise", ar: "خصم على الأسعار الشهرية" },
  "Multi-tenant sandbox": { de: "Mandantenfähige Testumgebung", ar: "بيئة تجريبية متعددة العملاء" },
  Support: { de: "Support", ar: "الدعم" },
  "Business hours": { de: "Zu Geschäftszeiten", ar: "خلال ساعات العمل" },
  "Four-hour answer": { de: "Antwort in vier Stunden", ar: "رد خلال أربع ساعات" },
  "Named engineer, around the clock": { de: "Fester Ansprechpartner, rund um die Uhr" },
  "Marketing funds": { de: "Marketingmittel", ar: "أموال التسويق" },
  "Roadmap briefings": { de: "Einblicke in die Produktplanung", ar: "إحاطات بخطة المنتج" },
  "Managed services badge": { ar: "شارة الخدمات المُدارة" },
  "Service providers": { de: "Dienstleister", ar: "مزوّدو الخدمات" },
  // Agent tiers
  "Agent tiers": { de: "Agentenstufen", ar: "مستويات الوكلاء" },
  "For agents who sell on commission, and for the masters above them.": {
    de: "Für Agenten, die auf Provision verkaufen, und für die Hauptagenten über ihnen.",
  },
  Silver: { de: "Silber", ar: "فضي" },
  Gold: { de: "Gold", ar: "ذهبي" },
  Platinum: { de: "Platin", ar: "بلاتيني" },
  "Won value": { de: "Gewonnener Wert", ar: "القيمة المكسوبة" },
  "Demo units": { de: "Vorführgeräte" },
  "Travel fund": { de: "Reisekostenzuschuss" },
  Everyone: { de: "Alle", ar: "الجميع" },
};

/** Written, and approved by nobody yet. */
export const drafts: ReadonlySet<string> = new Set([
  "Roadmap briefings",
  "Travel fund",
  "For agents who sell on commission, and for the masters above them.",
]);

/** The notice for contacts: as it was translated, how it is worded now, and the language that has followed since. */
export const contactNotice = {
  before: {
    de: "Wir verwenden den Kontakt, um die Registrierung zu prüfen und dieses Geschäft abzustimmen, und für nichts anderes. Er wird entfernt, wenn das Geschäft seit zwei Jahren abgeschlossen ist.",
    ar: "نستخدم بيانات جهة الاتصال للتحقق من التسجيل وتنسيق هذه الصفقة، ولا نستخدمها لأي غرض آخر. وتُحذف بعد مرور عامين على إغلاق الصفقة.",
  },
  now: "We use the contact to check the registration and to coordinate this deal, and for nothing else. It is removed when the deal has been closed for one year.",
  since: {
    ar: "نستخدم بيانات جهة الاتصال للتحقق من التسجيل وتنسيق هذه الصفقة، ولا نستخدمها لأي غرض آخر. وتُحذف بعد مرور عام على إغلاق الصفقة.",
  },
  note: "Contacts are removed one year after a deal was closed, instead of two.",
} as const;
