import { benefitNoticeWords } from "#ecosystem/benefits/web/noticeWords.tsx";
import type { NoticeWords } from "#ecosystem/notices/web/index.tsx";
import { overrideNoticeWords } from "#ecosystem/overrides/web/noticeWords.tsx";
import { programNoticeWords } from "#ecosystem/programs/web/noticeWords.tsx";
import { specializationNoticeWords } from "#ecosystem/specializations/web/noticeWords.tsx";
import { tierNoticeWords } from "#ecosystem/tiers/web/noticeWords.tsx";
import { dealNoticeWords } from "#sell/deals/web/noticeWords.tsx";
import { splitNoticeWords } from "#sell/splits/web/noticeWords.tsx";
import { touchpointNoticeWords } from "#sell/touchpoints/web/noticeWords.tsx";

const features: readonly NoticeWords[] = [
  tierNoticeWords,
  programNoticeWords,
  specializationNoticeWords,
  overrideNoticeWords,
  benefitNoticeWords,
  dealNoticeWords,
  touchpointNoticeWords,
  splitNoticeWords,
];

/** The words of everything that people are told, whichever feature tells it. */
export const noticeWords: NoticeWords = {
  kinds: Object.assign({}, ...features.map(({ kinds }) => kinds)),
  topics: Object.assign({}, ...features.map(({ topics }) => topics)),
};
