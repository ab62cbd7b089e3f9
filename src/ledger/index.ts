import type { Holders } from "./server/read.ts";
import { ledgerRoutes } from "./server/routes.ts";

export { type Booking, book, type Move } from "./server/book.ts";
export { controlBalances, type Holders } from "./server/read.ts";

export function routes(holders: Holders) {
  return ledgerRoutes(holders);
}
