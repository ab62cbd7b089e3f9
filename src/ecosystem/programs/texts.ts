import { expand } from "../ladders/contract.ts";
import type { GivenText } from "../texts/index.ts";
import { levelsOf, type ProgramDocument } from "./document.ts";

/**
 * What partners read of a program in the vendor's own words, by field: its label and summary, the names of levels,
 * measures, benefits and tracks, and what benefits give where that is said in words. Pure.
 */
export function textsOf(program: string, document: ProgramDocument): Record<string, GivenText> {
  const texts: Record<string, GivenText> = {
    label: { title: `${program}: name`, text: document.label },
    summary: { title: `${program}: summary`, text: document.summary, form: "text" },
  };
  for (const level of levelsOf(document))
    texts[`level:${level}`] = { title: `${program}: level ${level}`, text: level };
  for (const { key, label } of document.ladder === null ? [] : expand(document.ladder).measures)
    texts[`measure:${key}`] = { title: `${program}: what levels ask for, ${label}`, text: label };
  for (const { key, label, description, unit, values } of document.benefits) {
    texts[`benefit:${key}`] = { title: `${program}: benefit ${label}`, text: label };
    texts[`benefit:${key}:description`] = {
      title: `${program}: what benefit ${label} is`,
      text: description,
      form: "text",
    };
    for (const level of unit === "text" ? levelsOf(document) : [])
      texts[`benefit:${key}:at:${level}`] = {
        title: `${program}: benefit ${label} at ${level}`,
        text: values[level] ?? "",
      };
  }
  for (const { key, label } of document.tracks)
    texts[`track:${key}`] = { title: `${program}: track ${label}`, text: label };
  return texts;
}
