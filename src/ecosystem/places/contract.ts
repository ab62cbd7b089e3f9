export { chainOf, globalScope, type Region, type RegionTree, type Scope, treeOf } from "./regions.ts";
