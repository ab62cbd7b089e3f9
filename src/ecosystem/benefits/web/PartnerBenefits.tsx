import { Trans, useLingui } from "@lingui/react/macro";
import { Section } from "#ui/page/Section.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { BenefitsTable } from "./BenefitsTable.tsx";
import classes from "./benefits.module.css";
import { RequestsTable } from "./RequestsTable.tsx";

interface PartnerBenefitsProps {
  partner: { id: string; name: string };
}

/** On a partner's record: what it is entitled to, and what it asked for. */
export function PartnerBenefits({ partner }: PartnerBenefitsProps) {
  const { t } = useLingui();
  return (
    <div className={classes.parts}>
      <BenefitsTable partnerId={partner.id} />
      <Section title={t`Asked for`} flush>
        <RequestsTable
          id="partner-benefit-requests"
          fixed={{ partnerId: partner.id }}
          embedded
          empty={
            <Sentences inset>
              <Trans>{partner.name} has asked for nothing yet.</Trans>
            </Sentences>
          }
        />
      </Section>
    </div>
  );
}
