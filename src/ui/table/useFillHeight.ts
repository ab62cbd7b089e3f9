import { type RefObject, useLayoutEffect, useState } from "react";

const leastPx = 320;
const belowPx = 72;

/** The height in pixels from an element's top to the window's foot, so that a list fills its page exactly. */
export function useFillHeight(element: RefObject<HTMLElement | null>, enabled: boolean): number | undefined {
  const [height, setHeight] = useState<number>();
  useLayoutEffect(() => {
    if (!enabled) return;
    const measure = () => {
      const top = (element.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
      setHeight(Math.max(leastPx, window.innerHeight - top - belowPx));
    };
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, [element, enabled]);
  return height;
}
