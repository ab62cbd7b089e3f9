import { type RefObject, useRef } from "react";

interface TypedOver {
  ref: RefObject<HTMLInputElement | null>;
  onDropdownOpen: () => void;
}

/** For a field in which one finds by typing: what stands there is marked when it opens, so that typing replaces it. */
export function useTypedOver(onOpen?: () => void): TypedOver {
  const ref = useRef<HTMLInputElement>(null);
  return {
    ref,
    onDropdownOpen: () => {
      ref.current?.select();
      onOpen?.();
    },
  };
}
