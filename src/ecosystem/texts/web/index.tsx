export { OwnText } from "./OwnText.tsx";
