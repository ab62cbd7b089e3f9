import type { Holders } from "./server/read.ts";
import { ledgerRoutes } from "./server/routes.ts";

export { book, type Booking, type Move } from "./server/book.ts";
export type { Holders } from "./server/read.ts";

export function routes(holders: Holders) {
  return ledgerRoutes(holders);
}
