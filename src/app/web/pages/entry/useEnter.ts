import { useCallback } from "react";
import { keepEmail } from "../../session/kept.ts";
import { useSessionActs } from "../../session/session.ts";
import { signIn } from "../../session/signIn.ts";

/** Signs somebody in who has just chosen a password, and opens their home; where that fails, the sign-in page. */
export function useEnter(): (email: string, password: string) => Promise<void> {
  const { begin } = useSessionActs();
  return useCallback(
    async (email, password) => {
      keepEmail(email);
      await signIn(email, password);
      window.history.replaceState(null, "", "/");
      await begin();
    },
    [begin],
  );
}
