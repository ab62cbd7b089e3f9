import { z } from "zod";
import { idJson } from "#platform/http/wire.ts";

export const tag = "Deals";

export const Named = (prefix: string) => z.object({ id: idJson(prefix), name: z.string() });

export const oneDeal = z.object({ dealId: idJson("deal") });

export const text = (max: number) => z.string().trim().min(1).max(max);

export const reason = z.string().trim().min(1, "Give a reason.").max(2000);
