import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  useParams,
} from "@tanstack/react-router";
import type { ComponentType, ReactNode } from "react";
import { RecordSkeleton } from "#ui/feedback/Skeletons.tsx";
import { parseSearch, stringifySearch } from "#ui/link/href.ts";
import { NothingHere } from "#ui/page/NothingHere.tsx";
import { Crash } from "../pages/Crash.tsx";
import type { PageRoute } from "./page.tsx";

interface RouterParts {
  /** Pages for people who are not signed in; they stand without the frame. */
  publicPages: readonly PageRoute[];
  /** What this person may open, in the frame. */
  pages: readonly PageRoute[];
  /** Around all pages, inside the router. */
  Frame: ComponentType<{ children: ReactNode }>;
  /** What stands where no page is. */
  Elsewhere?: ComponentType;
}

/** The router over one person's route table. Search params are plain text, as the API takes them. */
export function newRouter({ publicPages, pages, Frame, Elsewhere = NothingHere }: RouterParts) {
  const root = createRootRoute({
    component: Outlet,
    notFoundComponent: () => (
      <Frame>
        <Elsewhere />
      </Frame>
    ),
  });
  const frame = createRoute({
    getParentRoute: () => root,
    id: "frame",
    component: () => (
      <Frame>
        <Outlet />
      </Frame>
    ),
  });
  const routeOf = (parent: typeof root | typeof frame, { path, load }: PageRoute) =>
    createRoute({
      getParentRoute: () => parent,
      path,
      component: lazyRouteComponent(async () => {
        const { default: Page } = await load();
        return { default: () => <Page params={useParams({ strict: false })} /> };
      }),
    });

  return createRouter({
    routeTree: root.addChildren([
      ...publicPages.map((page) => routeOf(root, page)),
      frame.addChildren(pages.map((page) => routeOf(frame, page))),
    ]),
    parseSearch,
    stringifySearch,
    defaultPreload: "intent",
    defaultPendingMs: 100,
    defaultPendingMinMs: 200,
    defaultPendingComponent: RecordSkeleton,
    defaultErrorComponent: Crash,
    scrollRestoration: true,
  });
}
