import { Trans } from "@lingui/react/macro";
import { Note } from "#ui/feedback/Note.tsx";
import { useFormat } from "#ui/format/useFormat.ts";
import { contrastWithWhite, shadesFor } from "#ui/theme/shades.ts";

/** WCAG 2.2, 1.4.3: what text of this size needs. */
const enough = 4.5;

/** How well the white text of buttons can be read on a colour, and what is done where it cannot. */
export function ContrastNote({ colour }: { colour: string }) {
  const { number } = useFormat();
  if (!/^#[0-9a-f]{6}$/.test(colour)) return null;
  const ratio = contrastWithWhite(colour);
  // Cut, not rounded: 4.46 is not enough.
  const shown = number(Math.floor(ratio * 10) / 10);
  if (ratio >= enough) {
    return (
      <Note tone="good">
        <Trans>White text stands out from it {shown} to 1. It can be read everywhere.</Trans>
      </Note>
    );
  }
  const deeper = shadesFor(colour)[7];
  return (
    <Note tone="warn">
      <Trans>
        White text stands out from it only {shown} to 1; {number(enough)} are needed. Buttons and links take
        the deeper {deeper}.
      </Trans>
    </Note>
  );
}
