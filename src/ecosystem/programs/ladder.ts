export { LadderOne as Ladder, LevelName, Slug } from "../ladders/contract.ts";
