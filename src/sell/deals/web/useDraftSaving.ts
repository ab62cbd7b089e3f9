import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { send } from "#ui/api/call.ts";
import { ProblemError } from "#ui/api/problem.ts";
import { cacheKey } from "#ui/api/query.ts";
import { beginDeal, changeDeal, type DealDetail, getDeal, listDeals } from "../contract.ts";

export type Saving = "nothing" | "saving" | "saved" | "waiting" | "refused";

const settleMs = 600;
const tryAgainMs = 5_000;

interface DraftSaving {
  saving: Saving;
  /** Something was typed: it is saved once the typing rests. */
  later: () => void;
  /** Saves now what is not saved yet, begins the draft where there is none, and gives it; null when it was refused. */
  now: () => Promise<DraftRef | null>;
  /** From now on nothing is saved any more: it was submitted. */
  end: () => void;
}

export interface DraftRef {
  id: string;
  version: number;
}

interface DraftOptions {
  deal: DealDetail | null;
  /** What is to be saved, as far as it can be. */
  content: () => object;
  /** What only the beginning takes: for whom, and why. */
  opening: () => object;
  /** Names of what was typed here; none while there is nothing worth a draft. */
  typed: () => ReadonlySet<string>;
  /** Somebody, or another tab, had changed the draft: what was typed here now stands in theirs. */
  onMerged: (deal: DealDetail) => void;
  onSaved: (deal: DealDetail) => void;
  onRefused: (problem: ProblemError) => void;
}

/**
 * Keeps a draft on the server as one types: begun with the first word, changed with the version that was read, one call
 * at a time, and tried again where no answer came. Who leaves the page leaves nothing behind.
 */
export function useDraftSaving(options: DraftOptions): DraftSaving {
  const client = useQueryClient();
  const [saving, setSaving] = useState<Saving>(options.deal === null ? "nothing" : "saved");
  const latest = useRef(options);
  latest.current = options;
  const draft = useRef<DraftRef | null>(options.deal);
  const sent = useRef<string | null>(options.deal === null ? null : JSON.stringify(options.content()));
  const running = useRef<Promise<DraftRef | null>>(Promise.resolve(null));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ended = useRef(false);

  function now(): Promise<DraftRef | null> {
    clearTimeout(timer.current);
    running.current = running.current.then(save);
    return running.current;
  }

  function later(afterMs = settleMs) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void now(), afterMs);
  }

  async function save(): Promise<DraftRef | null> {
    const { content, opening, onSaved, onRefused } = latest.current;
    const body = content();
    const text = JSON.stringify(body);
    if (ended.current || (text === sent.current && draft.current !== null)) return draft.current;
    setSaving("saving");
    try {
      const deal: DealDetail = await (draft.current === null
        ? send(beginDeal, { body: { ...body, ...opening() } })
        : change(draft.current, body).catch((error: unknown) => merge(draft.current, body, error)));
      draft.current = { id: deal.id, version: deal.version };
      sent.current = text;
      client.setQueryData(cacheKey(getDeal, { dealId: deal.id }), deal);
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === listDeals.path });
      setSaving("saved");
      onSaved(deal);
      return draft.current;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const isLost = error.status === 0 || error.status >= 500;
      setSaving(isLost ? "waiting" : "refused");
      if (isLost) later(tryAgainMs);
      else onRefused(error);
      return null;
    }
  }

  /** What was typed here goes into the draft as it is there now, and all else of it stays. */
  async function merge(mine: DraftRef | null, body: object, error: unknown): Promise<DealDetail> {
    if (mine === null || !(error instanceof ProblemError) || error.type !== "version-mismatch") throw error;
    const theirs: DealDetail = await send(getDeal, { params: { dealId: mine.id } });
    if (theirs.state !== "draft") throw error;
    const { typed, onMerged } = latest.current;
    const own = Object.entries(body).filter(([name]) => typed().has(name));
    const merged = await change(theirs, Object.fromEntries(own));
    onMerged(merged);
    return merged;
  }

  const keep = useRef(() => {});
  keep.current = () => {
    if (latest.current.typed().size > 0) void now();
    clearTimeout(timer.current);
  };
  useEffect(() => {
    const hidden = () => document.visibilityState === "hidden" && keep.current();
    document.addEventListener("visibilitychange", hidden);
    return () => {
      document.removeEventListener("visibilitychange", hidden);
      keep.current();
    };
  }, []);

  return { saving, later: () => later(), now, end: () => (ended.current = true) };
}

function change({ id, version }: DraftRef, body: object): Promise<DealDetail> {
  return send(changeDeal, { params: { dealId: id }, ifMatch: version, body });
}
