export { LadderOne as Ladder, Slug } from "../ladders/contract.ts";
