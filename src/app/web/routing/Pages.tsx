import { useQueryClient } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useEffect, useMemo } from "react";
import { changeMe, type Me } from "#ecosystem/people/contract.ts";
import { MeProvider } from "#ecosystem/people/web/index.tsx";
import { readBrand, setupState } from "#ecosystem/vendors/contract.ts";
import { call } from "#ui/api/call.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { configureApi } from "#ui/api/settings.ts";
import { ErrorState } from "#ui/feedback/ErrorState.tsx";
import { deviceZone } from "#ui/format/zone.ts";
import { useLocale } from "#ui/i18n/LocaleProvider.tsx";
import { locales } from "#ui/i18n/locales.ts";
import { RecordPathsProvider } from "#ui/link/RecordLink.tsx";
import { type Reader, ReaderProvider } from "#ui/reader/reader.tsx";
import { type Brand, neutralBrand } from "#ui/theme/brand.tsx";
import { openPaths, partnerPaths, vendorPaths } from "../links.ts";
import { partnerPages, publicPages, vendorPages } from "../routes.tsx";
import { brandIn, endSession, useSession } from "../session/session.ts";
import { Frame } from "./Frame.tsx";

import { newRouter } from "./router.tsx";

const SignInPage = lazy(() =>
  import("../pages/SignInPage.tsx").then((module) => ({ default: module.SignInPage })),
);

interface PagesProps {
  /** Told the brand once it is known. */
  onBrand: (brand: Brand) => void;
}

/** The pages of whoever is here: the sign-in, the vendor's console or the partner's portal. */
export function Pages({ onBrand }: PagesProps) {
  const session = useSession();
  useEffect(() => {
    if (session.data) onBrand(brandIn(session.data));
  }, [session.data, onBrand]);

  if (session.data === undefined) {
    return session.error ? <ErrorState problem={session.error} retry={() => void session.refetch()} /> : null;
  }
  return session.data === null ? (
    <SignedOutPages onBrand={onBrand} />
  ) : (
    <SignedInPages key={session.data.membership.id} me={session.data} />
  );
}

/** Nobody is signed in: the public pages, and the sign-in in place of all others; a new installation runs its first. */
function SignedOutPages({ onBrand }: PagesProps) {
  useHostsBrand(onBrand);
  const setup = useEndpoint(setupState, {});
  const needed = setup.data?.needed;
  const router = useMemo(() => {
    if (needed && window.location.pathname !== "/setup") window.history.replaceState(null, "", "/setup");
    return newRouter({ publicPages, pages: [], Frame: Bare, Elsewhere: SignIn });
  }, [needed]);
  return setup.isPending ? null : <RouterProvider router={router} />;
}

/** To who is nobody yet the pages look as the vendor's whose host they came to, or as the product does. */
function useHostsBrand(onBrand: (brand: Brand) => void): void {
  const { data } = useEndpoint(readBrand, {});
  useEffect(() => {
    if (!data) return;
    const { productName, vendorName, accentColour, accentColourDark, logos } = data;
    onBrand({
      productName: productName ?? vendorName ?? neutralBrand.productName,
      accent: accentColour ?? undefined,
      accentDark: accentColourDark ?? undefined,
      logos: { light: logos.light?.url ?? null, dark: logos.dark?.url ?? null },
    });
  }, [data, onBrand]);
}

function SignIn() {
  return (
    <Suspense>
      <SignInPage />
    </Suspense>
  );
}

function Bare({ children }: { children: ReactNode }) {
  return children;
}

function SignedInPages({ me }: { me: Me }) {
  const { side } = me;
  const can = me.can.join(" ");
  const pages = useMemo(() => {
    const held = can.split(" ");
    const table = side === "vendor" ? vendorPages : partnerPages;
    return table.filter(({ needs }) => !needs || held.includes(needs));
  }, [side, can]);
  const router = useMemo(() => newRouter({ publicPages, pages, Frame }), [pages]);
  const paths = useMemo(
    () => openPaths(side === "vendor" ? vendorPaths : partnerPaths, pages),
    [side, pages],
  );
  const reader = useMemo(() => readerOf(me), [me]);

  useSpokenLanguage(me);
  useKnownZone(me);
  useEndOfSession();

  return (
    <MeProvider me={me}>
      <ReaderProvider reader={reader}>
        <RecordPathsProvider paths={paths}>
          <RouterProvider router={router} />
        </RecordPathsProvider>
      </ReaderProvider>
    </MeProvider>
  );
}

/** On a device where nobody chose a language, the person's own is spoken. */
function useSpokenLanguage({ membership }: Me): void {
  const { suggest } = useLocale();
  const spoken = locales.find((locale) => locale === membership.locale);
  useEffect(() => {
    if (spoken) suggest(spoken);
  }, [spoken, suggest]);
}

/** Until somebody says in which zone they want to be told the time, mails tell it in that of the device they came with. */
function useKnownZone({ membership }: Me): void {
  const isUnknown = membership.timezone === null;
  useEffect(() => {
    // It is a courtesy: where it does not get there, the next visit tells it.
    if (isUnknown) call(changeMe, { body: { timezone: deviceZone() } }).catch(() => {});
  }, [isUnknown]);
}

/** When the server no longer knows the session, the sign-in takes the page's place. */
function useEndOfSession(): void {
  const client = useQueryClient();
  useEffect(() => {
    configureApi({ onSignedOut: () => endSession(client) });
    return () => configureApi({ onSignedOut: () => {} });
  }, [client]);
}

function readerOf({ person, membership, side, vendor, partner, can }: Me): Reader {
  const held = new Set(can);
  return {
    ...person,
    side,
    partner,
    vendorName: vendor.name,
    vendorLanguage: vendor.locale,
    currency: vendor.currency,
    timeZone: vendor.timezone,
    fiscalYearStartMonth: vendor.fiscalYearStartMonth,
    ownZone: membership.timezone ?? undefined,
    can: (act) => held.has(act),
    has: (module) => !vendor.modulesOff.includes(module),
  };
}
