import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { useEffect, useRef, useState } from "react";
import { ProblemError } from "../api/problem.ts";
import { wordsFor } from "../feedback/words.ts";
import { detailOf } from "../i18n/serverWords.ts";

/** Sends one file and is done once it is kept. `onProgress` hears the share sent so far. */
export type SendFile = (
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
) => Promise<void>;

interface Waiting {
  key: number;
  name: string;
  share: number;
  stop: AbortController;
}

interface Fault {
  key: number;
  name: string;
  sentence: string;
}

/** Sends files one after the other; what is wrong with one keeps no other back. Leaving the place ends the sending. */
export function useSendFiles(send: SendFile, maxBytes: number) {
  const { i18n } = useLingui();
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const latest = useRef({ send, waiting });
  latest.current = { send, waiting };
  const nextKey = useRef(0);
  const line = useRef(Promise.resolve());
  useEffect(() => () => latest.current.waiting.forEach(({ stop }) => void stop.abort()), []);

  const fault = (name: string, sentence: string) =>
    setFaults((before) => [...before, { key: nextKey.current++, name, sentence }]);

  /** Does something with a file; what goes wrong is told beside the field. */
  async function guard(name: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      fault(name, detailOf(error, i18n) || i18n._(wordsFor(error).todo));
    }
  }

  async function sendOne({ key, name, stop }: Waiting, file: File): Promise<void> {
    const progress = (share: number) =>
      setWaiting((before) => before.map((one) => (one.key === key ? { ...one, share } : one)));
    if (!stop.signal.aborted)
      await guard(name, () =>
        latest.current.send(file, progress, stop.signal).catch((error: unknown) => {
          if (!stop.signal.aborted) throw error;
        }),
      );
    setWaiting((before) => before.filter((one) => one.key !== key));
  }

  return {
    waiting,
    faults,
    guard: (name: string, act: () => Promise<void>) => {
      setFaults([]);
      return guard(name, act);
    },
    add(files: readonly File[]) {
      setFaults([]);
      for (const file of files) {
        if (file.size > maxBytes) {
          fault(file.name, i18n._(msg`It is too large. Send the part that matters.`));
          continue;
        }
        const one = { key: nextKey.current++, name: file.name, share: 0, stop: new AbortController() };
        setWaiting((before) => [...before, one]);
        line.current = line.current.then(() => sendOne(one, file));
      }
    },
    stop: (key: number) => waiting.find((one) => one.key === key)?.stop.abort(),
  };
}
