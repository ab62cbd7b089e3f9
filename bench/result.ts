import { execFileSync } from "node:child_process";

/** What one measurement says: our figure, the one it is held against, and the ratio that counts. */
export interface Result {
  name: string;
  ours: number;
  /** Null where there is nothing to hold it against but the aim. */
  peer: number | null;
  unit: string;
  /** ours ÷ peer as the aim puts it; null without a peer. */
  ratio: number | null;
  /** The same ratio by the processor time of all processes, where that is known. */
  processorRatio?: number | null;
  /** How many rows, requests or starts were measured. */
  n: number;
  /** What was held against what, in a few words. */
  what: string;
}

export type Bench = (log: (line: string) => void) => Promise<Result[]>;

export function commit(): string {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  } catch {
    return "unknown";
  }
}

/** Seconds that something took. */
export async function seconds(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return (performance.now() - began) / 1000;
}

export function round(value: number, digits = 3): number {
  return Number(value.toFixed(digits));
}

/** How many rows to measure: a usual number, the nightly one with `SIZE=nightly`, or what `SIZE` says. */
export function sized(usual: number, nightly: number): number {
  const { SIZE: size = "" } = process.env;
  if (size === "nightly") return nightly;
  return /^\d+$/.test(size) ? Number(size) : usual;
}

const sampleEveryMs = 100;

/** The most memory that this process held while something went on, in MiB. */
export async function peakMebibytes(act: () => Promise<unknown>): Promise<number> {
  let most = 0;
  const sample = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const timer = setInterval(sample, sampleEveryMs);
  try {
    await act();
  } finally {
    clearInterval(timer);
    sample();
  }
  return most / 1024 / 1024;
}
