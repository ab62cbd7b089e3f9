export { useAgeWords } from "./ageWords.ts";
export { EarnedByMonth } from "./EarnedByMonth.tsx";
export { EarningStatus } from "./EarningStatus.tsx";
export { EarningsTable } from "./EarningsTable.tsx";
export { Ageing, Liabilities } from "./Liabilities.tsx";
export { MoneySummary } from "./MoneySummary.tsx";
export { ReceiptAmount, ReceiptPeek } from "./receiptPeek.tsx";
