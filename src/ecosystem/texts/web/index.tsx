export { OwnText, UntranslatedNote, useOwnTexts } from "./OwnText.tsx";
