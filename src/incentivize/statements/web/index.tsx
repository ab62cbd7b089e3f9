export { StatementsTable } from "./StatementsTable.tsx";
