import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { refreshAll } from "#ui/api/client.ts";
import { ProblemError } from "#ui/api/problem.ts";
import { upload as send } from "#ui/api/upload.ts";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { upload } from "../contract.ts";
import type { Kind } from "./kindWords.ts";

/** Sends a file and goes to its import; leaving the place ends the sending. */
export function useUpload() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const href = useRecordHref();
  const [sent, setSent] = useState<number | null>(null);
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const leaving = useRef<AbortController>(null);
  useEffect(() => () => leaving.current?.abort(), []);

  async function start(kind: Kind, file: File) {
    const controller = new AbortController();
    leaving.current = controller;
    setProblem(null);
    setSent(0);
    try {
      const fields = { kind };
      const made = await send(upload, { fields, file, onProgress: setSent, signal: controller.signal });
      void refreshAll(client);
      void navigate({ to: href("import", made.id) ?? "/imports" });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (!controller.signal.aborted) setProblem(error);
    } finally {
      setSent(null);
    }
  }

  return { start, sent, problem };
}
