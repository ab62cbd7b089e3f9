import type { GivenText } from "../texts/index.ts";
import { levelsOf, type ProgramDocument } from "./document.ts";

/**
 * What partners read of a program in the vendor's own words, by field: its label and summary, and the names of levels,
 * benefits and tracks. Pure.
 */
export function textsOf(program: string, document: ProgramDocument): Record<string, GivenText> {
  const texts: Record<string, GivenText> = {
    label: { title: `${program}: name`, text: document.label },
    summary: { title: `${program}: summary`, text: document.summary, form: "text" },
  };
  for (const level of levelsOf(document))
    texts[`level:${level}`] = { title: `${program}: level ${level}`, text: level };
  for (const { key, label, description } of document.benefits) {
    texts[`benefit:${key}`] = { title: `${program}: benefit ${label}`, text: label };
    texts[`benefit:${key}:description`] = {
      title: `${program}: what benefit ${label} is`,
      text: description,
      form: "text",
    };
  }
  for (const { key, label } of document.tracks)
    texts[`track:${key}`] = { title: `${program}: track ${label}`, text: label };
  return texts;
}
