import { Link } from "@tanstack/react-router";
import type { ComponentProps } from "react";
import { splitHref } from "./href.ts";

interface RouterAnchorProps extends Omit<ComponentProps<"a">, "href"> {
  /** A path of the app, with its search where there is one. */
  to: string;
}

/** An anchor that goes to a page of the app without loading the app again; components take it as their element. */
export function RouterAnchor({ to, ...rest }: RouterAnchorProps) {
  const { path, search } = splitHref(to);
  // A link to a folder of pages is not the page that one is on.
  return <Link to={path} search={search} activeProps={{}} activeOptions={{ exact: true }} {...rest} />;
}
