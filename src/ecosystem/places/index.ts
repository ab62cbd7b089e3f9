export {
  chainOf,
  globalScope,
  type Region,
  type RegionTree,
  type RegionUse,
  type Scope,
  treeOf,
} from "./contract.ts";
export { keepRegions } from "./server/keep.ts";
export { type Places, placesOf } from "./server/places.ts";
export { policy } from "./server/policy.ts";
export { placeRoutes as routes } from "./server/routes.ts";
export { regionTree } from "./server/tree.ts";
