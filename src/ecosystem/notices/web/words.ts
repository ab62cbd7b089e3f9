import type { MessageDescriptor } from "@lingui/core";
import type { ReactNode } from "react";
import type { Notice } from "../contract.ts";

/** The values of a notice's words. */
export type Said = Notice["said"];

/** A notice in the reader's words. */
export interface NoticeWording {
  title: ReactNode;
  text: ReactNode;
}

/** The words of every kind, as the features have them; the app puts them together. */
export interface NoticeWords {
  kinds: Readonly<Record<string, (said: Said) => NoticeWording>>;
  /** By topic: what it is called where one chooses, and what it is about. */
  topics: Readonly<Record<string, { label: MessageDescriptor; hint: MessageDescriptor }>>;
}

/** A kind that these pages do not know yet is told in the server's words. */
export function wordingOf({ kinds }: NoticeWords, { kind, said, title, text }: Notice): NoticeWording {
  return kinds[kind]?.(said) ?? { title, text };
}
