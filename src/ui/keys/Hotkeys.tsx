import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";

const HotkeysHelp = lazy(() =>
  import("./HotkeysHelp.tsx").then((module) => ({ default: module.HotkeysHelp })),
);

/** A key and what it does, as the help lists it. */
export interface Hotkey {
  /** As `KeyboardEvent.key` names it: `a`, `Enter`, `/`. */
  key: string;
  /** A verb: `Approve`. */
  label: string;
  act: () => void;
}

interface Registry {
  add: (hotkey: Hotkey) => () => void;
}

const HotkeysContext = createContext<Registry>({ add: () => () => {} });

/** Listens for the keys that pages offer. `?` shows them all. */
export function HotkeysProvider({ children }: { children: ReactNode }) {
  const offered = useRef<Hotkey[]>([]);
  const [help, setHelp] = useState<readonly Hotkey[] | null>(null);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === "?") return setHelp([...offered.current]);
      if (document.querySelector('[role="dialog"]')) return;
      const hotkey = offered.current.findLast((one) => one.key === event.key);
      if (!hotkey) return;
      event.preventDefault();
      hotkey.act();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  const registry = useMemo<Registry>(
    () => ({
      add: (hotkey) => {
        offered.current.push(hotkey);
        return () => {
          offered.current = offered.current.filter((other) => other !== hotkey);
        };
      },
    }),
    [],
  );

  return (
    <HotkeysContext value={registry}>
      {children}
      {help && (
        <Suspense>
          <HotkeysHelp hotkeys={help} onClose={() => setHelp(null)} />
        </Suspense>
      )}
    </HotkeysContext>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select"))
  );
}

/** Offers a key while the component is shown; null offers none. */
export function useHotkey(hotkey: Hotkey | null): void {
  const registry = useContext(HotkeysContext);
  const latest = useRef(hotkey);
  useEffect(() => {
    latest.current = hotkey;
  });
  const key = hotkey?.key;
  const label = hotkey?.label;
  useEffect(() => {
    if (key === undefined || label === undefined) return;
    return registry.add({ key, label, act: () => latest.current?.act() });
  }, [registry, key, label]);
}
