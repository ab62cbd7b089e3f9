export { OwnText, useOwnTexts } from "./OwnText.tsx";
