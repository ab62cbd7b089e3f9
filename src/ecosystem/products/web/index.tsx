export { useProductFilter } from "./useProductFilter.ts";
