import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import classes from "./table.module.css";

interface SidewaysProps {
  /** What scrolls, for screen readers. */
  label: string;
  children: ReactNode;
}

/** Lets a wide table scroll within its place; where it does, the keyboard reaches it, too. */
export function Sideways({ label, children }: SidewaysProps) {
  const element = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return;
    const observer = new ResizeObserver(() => setScrolls(box.scrollWidth > box.clientWidth));
    // What is inside may grow, too, while its place stays as wide as it was.
    for (const watched of [box, ...box.children]) observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={element}
      className={classes.sideways}
      {...(scrolls && { tabIndex: 0, role: "region", "aria-label": label })}
    >
      {children}
    </div>
  );
}
