/*
 * Names that senders give their files: shown to people, never a path. What turns the direction of reading round could
 * make one kind of file look like another.
 */

const maxCharacters = 200;
const maxEndingCharacters = 12;

/** Characters that are not seen: controls, marks and switches of direction, line ends, half characters. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** The name of a file as it is shown: its last part, without what is not seen, shortened before its ending. */
export function shownName(given: string): string {
  const last = given.toWellFormed().replaceAll("\\", "/").split("/").at(-1) ?? "";
  const clean = [...last.normalize("NFC").replace(unseen, "").trim()];
  if (clean.length === 0) return "upload";
  if (clean.length <= maxCharacters) return clean.join("");
  const dot = clean.lastIndexOf(".");
  const ending = dot > 0 && clean.length - dot <= maxEndingCharacters ? clean.slice(dot) : [];
  return [...clean.slice(0, maxCharacters - ending.length - 1), "…", ...ending].join("");
}

/**
 * The name under which a file is handed out: its ending is one that its content has, so that nothing is opened by a
 * program that reads it as something else. `endings` begin with the usual one, without the dot.
 */
export function handedOutName(name: string, endings: readonly string[]): string {
  const [usual] = endings;
  const dot = name.lastIndexOf(".");
  const ending = name.slice(dot + 1).toLowerCase();
  return usual === undefined || (dot > 0 && endings.includes(ending)) ? name : `${name}.${usual}`;
}
