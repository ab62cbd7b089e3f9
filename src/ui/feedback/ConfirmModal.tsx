import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { ProblemError } from "../api/problem.ts";
import { Dialog } from "./Dialog.tsx";
import { ErrorState } from "./ErrorState.tsx";
import classes from "./feedback.module.css";

interface ConfirmModalProps {
  opened: boolean;
  onClose: () => void;
  /** The question: `Release 14 payouts?` */
  title: string;
  /** What will happen, to whom, when, what it costs; and whether there is a way back. */
  consequences: readonly ReactNode[];
  /** A field for a reason, a preview of the rows. */
  children?: ReactNode;
  /** The verb again: `Release 14 payouts`. */
  confirm: string;
  danger?: boolean;
  onConfirm: () => void;
  busy?: boolean;
  problem?: ProblemError | null;
}

/** Asks before an act that moves money or goes away, and says what it will do. */
export function ConfirmModal(props: ConfirmModalProps) {
  const {
    opened,
    onClose,
    title,
    consequences,
    children,
    confirm,
    danger,
    onConfirm,
    busy = false,
    problem,
  } = props;
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <div className={classes.confirm}>
        <ul className={classes.consequences}>
          {consequences.map((consequence, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sentences without a name, in a fixed order
            <li key={index}>{consequence}</li>
          ))}
        </ul>
        {children}
        {problem && <ErrorState problem={problem} inline />}
        <div className={classes.confirmFoot}>
          <Button variant="default" onClick={onClose} disabled={busy}>
            <Trans>Cancel</Trans>
          </Button>
          <Button onClick={onConfirm} loading={busy} data-autofocus {...(danger && { color: "red" })}>
            {confirm}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
