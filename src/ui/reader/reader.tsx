import { createContext, type ReactNode, useContext } from "react";

/** Who reads the pages, as far as a page needs to know. */
export interface Reader {
  name: string;
  email: string;
  /** In which shell they are: `vendor`, `partner`. */
  side: string;
  /** The company whose ecosystem this is. */
  vendorName: string;
  /** The language that it writes its own texts in. */
  vendorLanguage: string;
  /** Their own company where it is another. */
  partner: { id: string; name: string } | null;
  /** The currency amounts are in where nothing else is said. */
  currency: string;
  /** The zone in which days and months are counted; instants are told in the reader's own. */
  timeZone: string;
  /** 1 to 12: the month in which the vendor's years begin; its quarters are counted from it. */
  fiscalYearStartMonth: number;
  /** The reader's own zone; undefined where it is not known: then the device's. */
  ownZone?: string | undefined;
  /** The acts they hold, such as `people.invite`; what is right for one record the record itself says. */
  can: (act: string) => boolean;
  /** False for a module that the vendor has switched off. */
  has: (module: string) => boolean;
}

const ReaderContext = createContext<Reader | null>(null);

export function ReaderProvider({ reader, children }: { reader: Reader; children: ReactNode }) {
  return <ReaderContext value={reader}>{children}</ReaderContext>;
}

/** The zone in which instants are told; undefined for that of the device. Also where nobody is signed in. */
export function useOwnZone(): string | undefined {
  return useContext(ReaderContext)?.ownZone;
}

/** The month in which the vendor's years begin; January where nobody is signed in. */
export function useFiscalYearStart(): number {
  return useContext(ReaderContext)?.fiscalYearStartMonth ?? 1;
}

/** Who is signed in. Only on pages within the shell. */
export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (reader === null) throw new Error("Nobody is signed in here.");
  return reader;
}
