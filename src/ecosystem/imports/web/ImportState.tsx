import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#ui/format/useFormat.ts";
import { Status, type Tone } from "#ui/text/Status.tsx";
import type { ImportSummary } from "../contract.ts";

export const stateWords = {
  uploaded: msg`Uploaded`,
  mapped: msg`To be checked`,
  checking: msg`Being checked`,
  checked: msg`Checked`,
  running: msg`Running`,
  done: msg`Done`,
  undone: msg`Undone`,
  failed: msg`Failed`,
};

const tones: Readonly<Record<ImportSummary["state"], { tone: Tone; hollow?: boolean }>> = {
  uploaded: { tone: "idle", hollow: true },
  mapped: { tone: "info", hollow: true },
  checking: { tone: "info" },
  checked: { tone: "info", hollow: true },
  running: { tone: "info" },
  done: { tone: "good" },
  undone: { tone: "idle", hollow: true },
  failed: { tone: "bad" },
};

type Stated = Pick<ImportSummary, "state" | "progress">;

/** How far an import has come; with its share while something is going on. */
export function ImportState({ one, badge = false }: { one: Stated; badge?: boolean }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { tone, hollow = false } = tones[one.state];
  const { share } = one.progress;
  return (
    <Status tone={tone} hollow={hollow} badge={badge}>
      {i18n._(stateWords[one.state])}
      {share !== null && share > 0 && ` ${format.share(share, 0)}`}
    </Status>
  );
}
