export { ProgramOverrides } from "./ProgramOverrides.tsx";
export { useOverridesFact } from "./useOverridesFact.tsx";
