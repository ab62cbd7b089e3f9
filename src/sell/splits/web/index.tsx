export { OpportunitySplits } from "./OpportunitySplits.tsx";
