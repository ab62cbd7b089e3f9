export { OwnOverrides } from "./OwnOverrides.tsx";
export { ProgramOverrides } from "./ProgramOverrides.tsx";
export { useOverridesFact } from "./useOverridesFact.tsx";
