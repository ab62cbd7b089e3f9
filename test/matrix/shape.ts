import { z } from "zod";

/*
 * Reads requests out of the schemas of the registry: where ids stand in them, and what a request looks like that fits.
 */

interface Shape {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
  $ref?: string;
  $defs?: Record<string, Shape>;
}

/** Where a value stands: names of members, and 0 for the first item of a list. */
export type Place = readonly (string | number)[];

export interface IdPlace {
  place: Place;
  prefix: string;
}

/** Stands for every prefix, where a place takes the id of any kind of record. */
export const anyPrefix = "*";
const idPattern = /^\^([a-z]+)_\[0-9a-f\]\{32\}\$$/;
const anyIdPattern = /^\^\(\[a-z\][^)]*\)_\(\[0-9a-f\]\{32\}\)\$$/;
const maxDepth = 8;

/** What a schema asks for, as the caller writes it. */
export function shapeOf(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Shape;
}

/** Every place of a request at which an id stands, optional ones too. */
export function idPlaces(schema: z.ZodType): IdPlace[] {
  const root = shapeOf(schema);
  const found: IdPlace[] = [];
  const walk = (given: Shape, place: Place) => {
    if (place.length > maxDepth) return;
    const shape = resolved(root, given);
    const prefix = prefixOf(shape);
    if (prefix !== null) found.push({ place, prefix });
    for (const [name, inner] of Object.entries(shape.properties ?? {})) walk(inner, [...place, name]);
    if (shape.items !== undefined) walk(shape.items, [...place, 0]);
    for (const inner of alternatives(shape)) walk(inner, place);
  };
  walk(root, []);
  return found;
}

function prefixOf(shape: Shape): string | null {
  const pattern = shape.pattern ?? "";
  return anyIdPattern.test(pattern) ? anyPrefix : (idPattern.exec(pattern)?.[1] ?? null);
}

/** Where within a member of a request values can stand, seen from the member. */
export function placesOf(schema: z.ZodType, member: string): Place[] {
  const root = shapeOf(schema);
  const found: Place[] = [];
  const walk = (given: Shape, place: Place) => {
    if (place.length > maxDepth) return;
    const shape = resolved(root, given);
    if (place.length > 0) found.push(place);
    for (const [name, inner] of Object.entries(shape.properties ?? {})) walk(inner, [...place, name]);
    if (shape.items !== undefined) walk(shape.items, [...place, 0]);
    for (const inner of alternatives(shape)) walk(inner, place);
  };
  walk(root.properties?.[member] ?? {}, []);
  return found;
}

/** The kind of id that a member of a flat schema holds, such as a path's parameter; null when it holds none. */
export function idKindsOf(schema: z.ZodType): Map<string, string> {
  return new Map(idPlaces(schema).map(({ place, prefix }) => [String(place[0]), prefix]));
}

/**
 * The smallest request that fits: what is required, and whatever lies on the way to `include`. Ids come from `idOf`.
 * @throws Error for a text whose pattern we cannot meet: then the request is written by hand, in inputs.ts
 */
export function requestFor(
  schema: z.ZodType,
  idOf: (prefix: string) => string,
  include: readonly Place[] = [],
): unknown {
  const root = shapeOf(schema);
  const make = (given: Shape, place: Place): unknown => {
    const shape = resolved(root, given);
    const choice = alternatives(shape).find((one) => resolved(root, one).type !== "null");
    if (choice !== undefined) return make(choice, place);
    if (shape.const !== undefined) return shape.const;
    if (shape.enum !== undefined) return shape.enum[0];
    switch (Array.isArray(shape.type) ? shape.type.find((one) => one !== "null") : shape.type) {
      case "object":
        return Object.fromEntries(
          Object.entries(shape.properties ?? {})
            .filter(([name]) => (shape.required ?? []).includes(name) || leadsTo([...place, name], include))
            .map(([name, inner]) => [name, make(inner, [...place, name])]),
        );
      case "array": {
        const wanted = Math.max(shape.minItems ?? 0, leadsTo([...place, 0], include) ? 1 : 0);
        return Array.from({ length: wanted }, (_none, index) => make(shape.items ?? {}, [...place, index]));
      }
      case "string":
        return textFor(shape, place, idOf);
      case "integer":
      case "number":
        return Math.max(shape.minimum ?? 1, 1);
      case "boolean":
        return false;
      default:
        return null;
    }
  };
  return make(root, []);
}

const known: Record<string, string> = {
  "^\\d{4}-\\d{2}-\\d{2}$": "2026-06-20",
  "^(?!9999)\\d{4}-(0[1-9]|1[0-2])$": "2026-05",
  "^-?\\d{1,15}(\\.\\d{1,4})?$": "10.00",
  "^[A-Z]{3}$": "USD",
  "^[A-Z]{2}$": "NO",
  "^([01]\\d|2[0-3]):[0-5]\\d$": "09:00",
  "^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$": "17:00",
  "^(0|[1-9]\\d{0,14})(\\.\\d{1,6})?$": "4.5",
  "^#[0-9a-f]{6}$": "#336699",
  "^[a-z][a-z0-9-]{0,39}$": "summer",
  "^[0-9a-f]{64}$": "0".repeat(64),
};

function textFor(shape: Shape, place: Place, idOf: (prefix: string) => string): string {
  const prefix = prefixOf(shape);
  if (prefix !== null) return idOf(prefix);
  if (shape.format === "email") return "newcomer@nordwind.example";
  if (shape.pattern === undefined) return `A ${String(place.at(-1))}`.padEnd(shape.minLength ?? 0, ".");
  const text = known[shape.pattern];
  if (text === undefined)
    throw new Error(`No text is known that fits ${shape.pattern} at ${place.join("/")}.`);
  return text;
}

function leadsTo(place: Place, targets: readonly Place[]): boolean {
  return targets.some((target) => place.every((step, index) => target[index] === step));
}

function alternatives(shape: Shape): Shape[] {
  return [...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])];
}

function resolved(root: Shape, shape: Shape): Shape {
  const name = shape.$ref?.replace("#/$defs/", "");
  return name === undefined ? shape : (root.$defs?.[name] ?? {});
}

/** The same value with another one at a place. */
export function withValue(value: unknown, place: Place, put: unknown): unknown {
  const [step, ...rest] = place;
  if (step === undefined) return put;
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? withValue(item, rest, put) : item));
  const record = typeof value === "object" && value !== null ? value : {};
  const inner = new Map<string, unknown>(Object.entries(record)).get(String(step));
  return { ...record, [step]: withValue(inner, rest, put) };
}
