import { type QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { changeMe, getMe, type Me } from "#ecosystem/people/contract.ts";
import { call } from "#ui/api/call.ts";
import { ProblemError } from "#ui/api/problem.ts";
import { configureApi } from "#ui/api/settings.ts";
import { notifyProblem } from "#ui/feedback/notify.ts";
import type { Spoken } from "#ui/i18n/locales.ts";
import { type Brand, neutralBrand } from "#ui/theme/brand.tsx";
import { keepBrand, keepMembership, keptMembership } from "./kept.ts";

const sessionKey = ["session"];

const sessionQuery = queryOptions<Me | null, ProblemError>({
  queryKey: sessionKey,
  queryFn: readSession,
  staleTime: 60_000,
});

/** Who is here: `undefined` while it is asked, null when nobody is signed in. */
export function useSession() {
  return useQuery(sessionQuery);
}

/** Asks while the texts are still on their way. */
export function prefetchSession(client: QueryClient): void {
  void client.prefetchQuery(sessionQuery);
}

/**
 * Asks the server who is here. As whom they were here last is tried first; where that membership has ended, another
 * of theirs takes its place.
 */
async function readSession(): Promise<Me | null> {
  const wanted = keptMembership();
  configureApi({ membership: wanted });
  const me = await meOrNull();
  if (me === null && wanted !== null) {
    keepMembership(null);
    return readSession();
  }
  if (me !== null) {
    configureApi({ membership: me.membership.id });
    keepMembership(me.membership.id);
    keepBrand(brandIn(me));
  }
  return me;
}

/** How the pages look to somebody of this vendor. */
export function brandIn({ vendor }: Me): Brand {
  return {
    productName: vendor.productName ?? neutralBrand.productName,
    accent: vendor.accentColour,
    accentDark: vendor.accentColourDark ?? undefined,
    logos: vendor.logos,
  };
}

async function meOrNull(): Promise<Me | null> {
  try {
    return await call(getMe, {});
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) return null;
    throw error;
  }
}

/** The session ended elsewhere: nothing that was read stays, and the sign-in page takes over. */
export function endSession(client: QueryClient): void {
  client.setQueryData(sessionKey, null);
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
}

/** What a signed-in person may do with their session itself. */
export function useSessionActs() {
  const client = useQueryClient();

  const again = useCallback(async () => {
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
    await client.refetchQueries({ queryKey: sessionKey });
  }, [client]);

  return useMemo(
    () => ({
      /** Reads anew who is here, after signing in; false where the sign-in opens nothing. */
      begin: async () => {
        await again();
        return client.getQueryData<Me | null>(sessionKey) !== null;
      },
      switchTo: (membership: string) => {
        keepMembership(membership);
        return again();
      },
      signOut: async () => {
        await fetch("/api/auth/sign-out", {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: "{}",
        });
        keepMembership(null);
        endSession(client);
      },
      /** Keeps the language with the person, so that mail and other devices speak it, too. */
      speak: (locale: Spoken) => {
        call(changeMe, { body: { locale } }).catch(notifyProblem);
      },
    }),
    [client, again],
  );
}
