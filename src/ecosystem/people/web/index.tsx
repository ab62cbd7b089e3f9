export { MeProvider, useCan, useMe } from "./me.tsx";
