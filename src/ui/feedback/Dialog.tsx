import { useLingui } from "@lingui/react/macro";
import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useFocusBack } from "./useFocusBack.ts";

interface DialogProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  size?: "sm" | "md" | "lg" | "xl";
  children: ReactNode;
}

/** A small task over the page: a short form, a choice. What takes longer is a page of its own. */
export function Dialog({ opened, onClose, title, size = "md", children }: DialogProps) {
  const { t } = useLingui();
  useFocusBack(opened);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      returnFocus={false}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <div ref={leadToFirstField}>{children}</div>
    </Modal>
  );
}

/**
 * The focus goes to the first field instead of the button that closes: what one types at once is an answer, and neither
 * closes the dialog nor reaches the keys of the page below. Fields that open something by their focus are left alone.
 */
function leadToFirstField(body: HTMLElement | null) {
  if (body === null || body.querySelector("[data-autofocus]") !== null) return;
  const first = body.querySelector<HTMLElement>("textarea, input:not([type=hidden])");
  if (first === null || first.matches("[aria-haspopup], [data-dates-input]")) return;
  const chosen = first.matches("[type=radio]") ? body.querySelector("[type=radio]:checked") : null;
  (chosen ?? first).setAttribute("data-autofocus", "");
}
