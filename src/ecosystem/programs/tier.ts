export {
  readLadderOne as readLadder,
  type Tier,
  tierFor,
  tierWindow,
} from "../ladders/contract.ts";
