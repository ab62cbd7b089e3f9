import { contrast, rgbOf } from "#ui/theme/shades.ts";

/** The least contrast of text on its ground at which people with weak eyes can read it (WCAG 2.2, AA). */
const leastContrast = 4.5;

/** Whether text in one colour can be read on another; both as `#125f69`. */
export function isReadable(text: string, background: string): boolean {
  return contrast(rgbOf(text), rgbOf(background)) >= leastContrast;
}

/** The badge as a picture: whose specialization it is, of which vendor, and until when. */
export function badgeSvg(badge: {
  label: string;
  vendor: string;
  partner: string;
  /** The last day on which it is held, in words. */
  lastDay: string;
  background: string;
  text: string;
}): string {
  const { background, text } = badge;
  const label = escaped(badge.label);
  const size = Math.max(14, Math.min(26, Math.floor(480 / Math.max(badge.label.length, 1))));
  const line = (y: number, fontSize: number, weight: number, words: string) =>
    `<text x="24" y="${y}" font-size="${fontSize}" font-weight="${weight}" fill="${text}">${words}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="360" height="132" viewBox="0 0 360 132" role="img" font-family="Helvetica, Arial, sans-serif">
<title>${label}: ${escaped(badge.partner)}</title>
<rect width="360" height="132" rx="14" fill="${background}"/>
<rect x="6" y="6" width="348" height="120" rx="10" fill="none" stroke="${text}" stroke-opacity="0.5"/>
${line(38, 13, 400, escaped(shortened(badge.vendor, 44)))}
${line(72, size, 700, escaped(shortened(badge.label, 40)))}
${line(96, 14, 400, escaped(shortened(badge.partner, 40)))}
${line(114, 11, 400, escaped(badge.lastDay))}
</svg>
`;
}

function shortened(words: string, most: number): string {
  const letters = [...words];
  return letters.length <= most ? words : `${letters.slice(0, most - 1).join("")}…`;
}

function escaped(words: string): string {
  return words
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
