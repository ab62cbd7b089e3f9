export { MeProvider, useMe } from "./me.tsx";
