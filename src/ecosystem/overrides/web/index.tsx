export { OwnOverrides } from "./OwnOverrides.tsx";
export { ProgramOverrides } from "./ProgramOverrides.tsx";
export { useHeldPrograms } from "./useHeldPrograms.ts";
export { useOverridesFact } from "./useOverridesFact.tsx";
