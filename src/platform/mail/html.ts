/*
 * A mail as a page: plain tables' worth of markup, all styles within, no picture and nothing that is fetched, so that it
 * reads alike in every program and tells nobody that it was read. What it says is the text of the mail.
 */

/** Whose mail it looks like, and how it reads. */
export interface Dress {
  /** What stands on top. */
  name: string;
  /** `#rrggbb`, on which white can be read. */
  colour: string;
  /** In which it is written, such as `ar`. */
  language: string;
}

interface Letter {
  /** One below the other; a line break within stays. */
  paragraphs: readonly string[];
  act: { label: string; url: string };
  /** Small, below: why it came, and how to get no more. */
  foot: readonly string[];
}

const fromTheRight = new Set(["ar"]);

/** The whole document; every text is escaped. */
export function htmlOf({ name, colour, language }: Dress, { paragraphs, act, foot }: Letter): string {
  const direction = fromTheRight.has(language) ? "rtl" : "ltr";
  const said = paragraphs.map((text) => `<p style="margin:0 0 16px">${lines(text)}</p>`).join("");
  const below = foot.map((text) => `<p style="margin:0 0 8px">${lines(text)}</p>`).join("");
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${direction}"><head><meta charset="utf-8"><meta name="color-scheme" content="light"></head>
<body style="margin:0;padding:24px;background:#f4f5f6;font:16px/1.5 system-ui,sans-serif;color:#1d2530">
<div dir="${direction}" style="max-width:560px;margin:0 auto;background:#ffffff;border-top:4px solid ${escaped(colour)};padding:24px">
<p style="margin:0 0 24px;font-weight:600;color:${escaped(colour)}">${escaped(name)}</p>
${said}
<p style="margin:24px 0"><a href="${escaped(act.url)}" style="display:inline-block;padding:10px 18px;background:${escaped(colour)};color:#ffffff;text-decoration:none;border-radius:4px">${escaped(act.label)}</a></p>
<div style="margin-top:32px;border-top:1px solid #dfe2e5;padding-top:16px;font-size:13px;color:#4a5563">${below}</div>
</div></body></html>
`;
}

/** Addresses in a text become links; line breaks stay. */
function lines(text: string): string {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part, at) =>
      at % 2 === 1
        ? `<a href="${escaped(part)}" style="color:inherit">${escaped(part)}</a>`
        : escaped(part).replaceAll("\n", "<br>"),
    )
    .join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
