export { CurrencyCode, Label, LadderOne as Ladder, LevelName, Slug } from "../ladders/contract.ts";

import type { LadderOne, LadderVersion as VersionOf } from "../ladders/contract.ts";

/** A published ladder of the first format. */
export type LadderVersion = VersionOf<LadderOne>;
