export { readLadderOne as readLadder } from "../ladders/contract.ts";
