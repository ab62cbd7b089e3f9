export { AccountsTable } from "./AccountsTable.tsx";
export { TransactionsTable } from "./TransactionsTable.tsx";
