import { createContext, type ReactNode, useContext } from "react";
import { AppLink } from "./AppLink.tsx";

/** Where each kind of record has its page in the shell that is shown: `partner` → `/partners/…`. */
export type RecordPaths = Readonly<Record<string, (id: string) => string>>;

const RecordPathsContext = createContext<RecordPaths>({});

interface RecordPathsProviderProps {
  paths: RecordPaths;
  children: ReactNode;
}

/** The app says once where records live, so that one component serves several shells. */
export function RecordPathsProvider({ paths, children }: RecordPathsProviderProps) {
  return <RecordPathsContext value={paths}>{children}</RecordPathsContext>;
}

/** The address of a record's page; undefined where this shell has none. */
export function useRecordHref(): (noun: string, id: string | null | undefined) => string | undefined {
  const paths = useContext(RecordPathsContext);
  return (noun, id) => (id ? paths[noun]?.(id) : undefined);
}

interface RecordLinkProps {
  noun: string;
  id: string | null | undefined;
  children: ReactNode;
  /** Takes the colour of the text around it. */
  plain?: boolean;
}

/** The name of a record as a link to its page, or as plain text where the reader has no such page. */
export function RecordLink({ noun, id, children, plain = false }: RecordLinkProps) {
  const href = useRecordHref()(noun, id);
  if (href === undefined) return <span>{children}</span>;
  return (
    <AppLink to={href} plain={plain}>
      {children}
    </AppLink>
  );
}
