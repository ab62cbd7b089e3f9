import type { ComponentType } from "react";

/** The names in a path: `partnerId` of `/partners/$partnerId`. */
type NamesIn<Path extends string> = Path extends `${string}$${infer Name}/${infer Rest}`
  ? Name | NamesIn<`/${Rest}`>
  : Path extends `${string}$${infer Name}`
    ? Name
    : never;

/** What a page at this path is given: the path's parameters, as text. */
export type PathParams<Path extends string> = { [Name in NamesIn<Path>]: string };

/** A page whose parameters come from its path. */
type LoadedPage = ComponentType<{ params: Readonly<Record<string, string>> }>;

/** One line of a route table. */
export interface PageRoute {
  path: string;
  /** The act that a person must hold to open it; without one everybody here may. */
  needs: string | undefined;
  /** Brings the page's code, once. */
  load: () => Promise<{ default: LoadedPage }>;
}

/**
 * A page of the app: where it lies, what it needs, and how its code is fetched when somebody goes there. The page's
 * component takes the path's parameters as its props.
 */
export function page<const Path extends string>(
  path: Path,
  load: () => Promise<ComponentType<PathParams<Path>>>,
  { needs }: { needs?: string } = {},
): PageRoute {
  return {
    path,
    needs,
    load: async () => {
      const Page = await load();
      return { default: ({ params }) => (fits(path, params) ? <Page {...params} /> : null) };
    },
  };
}

/** True when every parameter that the path names has a value. */
function fits<Path extends string>(
  path: Path,
  params: Readonly<Record<string, string>>,
): params is PathParams<Path> & Readonly<Record<string, string>> {
  const names = path.split("/").filter((part) => part.startsWith("$"));
  return names.every((name) => params[name.slice(1)] !== undefined);
}
