import { createContext, type ReactNode, useContext } from "react";
import type { Me } from "../contract.ts";

const MeContext = createContext<Me | null>(null);

export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <MeContext value={me}>{children}</MeContext>;
}

/** Who is signed in. Only within the frame. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error("Nobody is signed in here.");
  return me;
}
