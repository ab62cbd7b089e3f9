import { createContext, type ReactNode, useContext, useState } from "react";
import type { MoneyJson } from "#platform/http/wire.ts";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Money } from "#ui/text/Money.tsx";
import { ReceiptPanel } from "./ReceiptPanel.tsx";

const PeekContext = createContext<((earningId: string) => void) | undefined>(undefined);

/** Around a list of lines: pressing an amount shows its receipt beside the list instead of leaving it. */
export function ReceiptPeek({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<string | null>(null);
  return (
    <PeekContext value={setShown}>
      {children}
      {shown && <ReceiptPanel earningId={shown} onClose={() => setShown(null)} />}
    </PeekContext>
  );
}

interface ReceiptAmountProps {
  earningId: string;
  value: MoneyJson;
}

/** An amount that leads to its receipt: beside the list where there is a `ReceiptPeek`, on its own page otherwise. */
export function ReceiptAmount({ earningId, value }: ReceiptAmountProps) {
  const peek = useContext(PeekContext);
  const href = useRecordHref()("earning", earningId);
  return <Money value={value} href={href} onPeek={peek && (() => peek(earningId))} />;
}
