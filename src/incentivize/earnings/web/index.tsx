export { useAgeWords } from "./ageWords.ts";
export { useDealWords } from "./dealWords.ts";
export { EarnedByMonth } from "./EarnedByMonth.tsx";
export { EarningsTable } from "./EarningsTable.tsx";
export { DealExpectation, useExpectationColumn } from "./ExpectedEarning.tsx";
export { Liabilities } from "./Liabilities.tsx";
export { MoneySummary } from "./MoneySummary.tsx";
export { PartnerEarnings } from "./PartnerEarnings.tsx";
export { ReceiptAmount, ReceiptPeek } from "./receiptPeek.tsx";
