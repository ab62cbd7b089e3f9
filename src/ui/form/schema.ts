import { z } from "zod";

/** True where a body of this schema may leave a field out; a field that the schema does not name is taken as needed. */
export function mayBeLeftOut(body: z.ZodType, field: string): boolean {
  if (!(body instanceof z.ZodObject)) return false;
  const part = new Map<string, z.core.$ZodType>(Object.entries(body.shape)).get(field);
  return part !== undefined && z.safeParse(part, undefined).success;
}
