export { useTypeWords } from "./typeWords.ts";
