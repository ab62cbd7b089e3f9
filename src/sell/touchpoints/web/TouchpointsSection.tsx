import { Trans, useLingui } from "@lingui/react/macro";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { LogDialog, type LogTarget } from "./LogDialog.tsx";
import { TouchpointsTable } from "./TouchpointsTable.tsx";

interface TouchpointsSectionProps {
  /** The registration or the opportunity on whose page it stands. */
  target: LogTarget;
  /** Where it is the reader's own company's. */
  isOwn: boolean;
}

/** What was done for a deal, and where it is one's own the way to log more. */
export function TouchpointsSection({ target, isOwn }: TouchpointsSectionProps) {
  const { t } = useLingui();
  const { can } = useReader();
  const [logging, setLogging] = useState(false);
  const { dealId, opportunityId } = target;
  const fixed = { ...(dealId && { dealId }), ...(opportunityId && { opportunityId }) };
  const log =
    isOwn && can("touchpoint.log")
      ? { label: t`Log a touchpoint`, icon: IconPlus, onClick: () => setLogging(true) }
      : undefined;
  return (
    <>
      <Section title={t`Touchpoints`} action={log} flush>
        <TouchpointsTable
          id="deal-touchpoints"
          fixed={fixed}
          embedded
          empty={
            <Sentences inset>
              <Trans>Demos, meetings, documents and introductions stand here once they are logged.</Trans>
            </Sentences>
          }
        />
      </Section>
      {log && <LogDialog opened={logging} onClose={() => setLogging(false)} target={target} />}
    </>
  );
}
