export { WhoHelped } from "./WhoHelped.tsx";
