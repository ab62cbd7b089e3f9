export { OwnText, UntranslatedNote, useOwnTexts, useOwnWords } from "./OwnText.tsx";
