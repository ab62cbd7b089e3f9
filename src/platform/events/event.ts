import type { z } from "zod";

/** Which reach lets a partner's people see an event; null keeps it on the vendor's side. */
export type EventReach = "own" | "deals" | "money" | "people" | null;

/** A kind of event: its stable name, the version of its payload, and who on the partner's side may see it. */
export interface EventType<Payload extends z.ZodType = z.ZodType> {
  type: string;
  version: number;
  reach: EventReach;
  payload: Payload;
}

/** Declares a kind of event; features keep theirs in their contract. */
export function eventType<Payload extends z.ZodType>(
  type: string,
  init: { version?: number; reach: EventReach; payload: Payload },
): EventType<Payload> {
  return { type, version: init.version ?? 1, reach: init.reach, payload: init.payload };
}
