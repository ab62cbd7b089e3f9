import { createContext, type ReactNode, useContext } from "react";

/** Who reads the pages, as far as a page needs to know. */
export interface Reader {
  name: string;
  email: string;
  /** In which shell they are: `vendor`, `partner`. */
  side: string;
  /** The company whose ecosystem this is. */
  vendorName: string;
  /** Their own company where it is another. */
  partner: { id: string; name: string } | null;
  /** The currency amounts are in where nothing else is said. */
  currency: string;
  /** The zone in which days and months are counted; instants are told in the reader's own. */
  timeZone: string;
  /** The acts they hold, such as `people.invite`; what is right for one record the record itself says. */
  can: (act: string) => boolean;
  /** False for a module that the vendor has switched off. */
  has: (module: string) => boolean;
}

const ReaderContext = createContext<Reader | null>(null);

export function ReaderProvider({ reader, children }: { reader: Reader; children: ReactNode }) {
  return <ReaderContext value={reader}>{children}</ReaderContext>;
}

/** Who is signed in. Only on pages within the shell. */
export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (reader === null) throw new Error("Nobody is signed in here.");
  return reader;
}
