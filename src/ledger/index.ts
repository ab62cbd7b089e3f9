import type { Holders } from "./server/holders.ts";
import { ledgerRoutes } from "./server/routes.ts";

export { type Booking, book, bookEach, type Move } from "./server/book.ts";
export type { Holders } from "./server/holders.ts";
export { controlBalances } from "./server/read.ts";

export function routes(holders: Holders) {
  return ledgerRoutes(holders);
}
