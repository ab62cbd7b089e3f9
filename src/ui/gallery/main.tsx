import { createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from "@tanstack/react-router";
import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { newQueryClient } from "../api/client.ts";
import { configureApi } from "../api/settings.ts";
import type { Locale } from "../i18n/locales.ts";
import { parseSearch, stringifySearch } from "../link/href.ts";
import { neutralBrand } from "../theme/brand.tsx";
import { UiProvider } from "../theme/UiProvider.tsx";
import { BoardPage } from "./BoardPage.tsx";
import { DecisionPage } from "./DecisionPage.tsx";
import { FormPage } from "./FormPage.tsx";
import { Frame } from "./Frame.tsx";
import { HomePage } from "./HomePage.tsx";
import { ListPage } from "./ListPage.tsx";
import { PublicPage } from "./PublicPage.tsx";
import { RecordPage } from "./RecordPage.tsx";
import { StatesPage } from "./StatesPage.tsx";
import { answer } from "./world.ts";

configureApi({ fetch: answer });

const catalogues = import.meta.glob<{ messages: Record<string, string> }>("../../app/web/locales/*.po");

async function loadCatalogue(locale: Locale) {
  const load = catalogues[`../../app/web/locales/${locale}.po`];
  return load ? (await load()).messages : {};
}

const pages: Readonly<Record<string, () => ReactNode>> = {
  "/": HomePage,
  "/opportunities": ListPage,
  "/partner": RecordPage,
  "/decision": DecisionPage,
  "/board": BoardPage,
  "/form": FormPage,
  "/states": StatesPage,
};

const root = createRootRoute({ component: Outlet });
const frame = createRoute({ getParentRoute: () => root, id: "frame", component: Framed });
const router = createRouter({
  routeTree: root.addChildren([
    createRoute({ getParentRoute: () => root, path: "/public", component: PublicPage }),
    frame.addChildren(
      Object.entries(pages).map(([path, component]) =>
        createRoute({ getParentRoute: () => frame, path, component }),
      ),
    ),
  ]),
  parseSearch,
  stringifySearch,
});

function Framed() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

const element = document.getElementById("root");
if (element) {
  createRoot(element).render(
    <StrictMode>
      <UiProvider
        client={newQueryClient()}
        loadCatalogue={loadCatalogue}
        brand={{ ...neutralBrand, accent: new URLSearchParams(location.search).get("accent") ?? undefined }}
      >
        <RouterProvider router={router} />
      </UiProvider>
    </StrictMode>,
  );
}
