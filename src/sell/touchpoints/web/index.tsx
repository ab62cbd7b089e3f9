export { TouchpointsSection } from "./TouchpointsSection.tsx";
export { useTouchpointWords } from "./touchpointWords.ts";
