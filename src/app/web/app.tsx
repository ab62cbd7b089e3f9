import { useState } from "react";
import { newQueryClient } from "#ui/api/client.ts";
import { UiProvider } from "#ui/theme/UiProvider.tsx";
import { loadCatalogue } from "./catalogues.ts";
import { Pages } from "./routing/Pages.tsx";
import { keptBrand } from "./session/kept.ts";
import { prefetchSession } from "./session/session.ts";

/** The web app: its looks and language around the pages of whoever is here. */
export function App() {
  const [client] = useState(() => {
    const fresh = newQueryClient();
    prefetchSession(fresh);
    return fresh;
  });
  const [brand, setBrand] = useState(keptBrand);
  return (
    <UiProvider client={client} loadCatalogue={loadCatalogue} brand={brand}>
      <Pages onBrand={setBrand} />
    </UiProvider>
  );
}
