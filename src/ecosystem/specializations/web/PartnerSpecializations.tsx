import { Trans, useLingui } from "@lingui/react/macro";
import { IconCertificate, IconDownload, IconSend } from "@tabler/icons-react";
import { useState } from "react";
import { ActButton } from "#ui/act/Act.tsx";
import { useEndpoint } from "#ui/api/query.ts";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { dayBefore } from "#ui/format/time.ts";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { Status } from "#ui/text/Status.tsx";
import { listPartnerSpecializations, type PartnerSpecialization } from "../contract.ts";
import { ApplyDialog } from "./ApplyDialog.tsx";
import { AskedList } from "./AskedList.tsx";
import { BadgePicture } from "./BadgePicture.tsx";
import { RevokeDialog } from "./RevokeDialog.tsx";
import classes from "./specializations.module.css";
import { useSpecializationTexts } from "./useSpecializationTexts.ts";
import { useSpecializationWords } from "./useSpecializationWords.tsx";
import "./serverSentences.ts";

/** How a company stands towards every specialization: what it holds, what is asked, and what is missing. */
export function PartnerSpecializations({ partnerId }: { partnerId: string }) {
  const query = useEndpoint(listPartnerSpecializations, { params: { partnerId }, query: { limit: 200 } });
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <NothingYet />
        ) : (
          items.map((one) => <One key={one.specialization.id} standing={one} />)
        )
      }
    </Loaded>
  );
}

function One({ standing }: { standing: PartnerSpecialization }) {
  const { t } = useLingui();
  const words = useSpecializationWords();
  const [task, setTask] = useState<"apply" | "revoke" | null>(null);
  const { specialization, award, asked, application, can } = standing;
  const texts = useSpecializationTexts(specialization.id);
  const label = texts("label", specialization.current.label);
  const summary = texts("summary", specialization.current.summary);
  const holds = award !== null && (award.state === "held" || award.state === "planned");
  return (
    <Section
      title={label}
      note={summary}
      badge={award && <Status tone={words.awardTones[award.state]}>{words.awards[award.state]}</Status>}
    >
      <div className={classes.one}>
        {award && (
          <Sentences>
            <Trans>
              From <DayText value={award.from} /> up to and including{" "}
              <DayText value={dayBefore(award.revoked?.on ?? award.until)} />
            </Trans>
            {award.endsSoon && <Trans>It ends soon.</Trans>}
            {award.renewedUntil && (
              <Trans>
                It is renewed up to and including <DayText value={dayBefore(award.renewedUntil)} />.
              </Trans>
            )}
            {award.revoked && (
              <span>
                <Trans>“{award.revoked.reason}”</Trans>
              </span>
            )}
          </Sentences>
        )}
        {award?.state === "held" && <BadgePicture award={award} />}
        {(!holds || award?.endsSoon) && <AskedList asked={asked} />}
        {application !== null && (
          <Sentences>
            <Trans>An application waits for a decision.</Trans>
          </Sentences>
        )}
        <Acts standing={standing} onTask={setTask} />
      </div>
      {task === "apply" && (
        <ApplyDialog standing={standing} renews={can.renew} onClose={() => setTask(null)} />
      )}
      {task === "revoke" && award && (
        <RevokeDialog award={award} onClose={() => setTask(null)} title={t`Revoke ${label}`} />
      )}
    </Section>
  );
}

interface ActsProps {
  standing: PartnerSpecialization;
  onTask: (task: "apply" | "revoke") => void;
}

function Acts({ standing: { award, application, can }, onTask }: ActsProps) {
  const { t } = useLingui();
  return (
    <div className={classes.acts}>
      {(can.apply || can.renew) && (
        <ActButton
          act={{
            label: can.renew ? t`Apply for its renewal` : t`Apply for it`,
            icon: IconSend,
            onClick: () => onTask("apply"),
          }}
        />
      )}
      {application !== null && (
        <ActButton
          act={{ label: t`Look at the application`, to: `/specialization-applications/${application}` }}
          variant="default"
        />
      )}
      {award !== null && (
        <ActButton
          act={{ label: t`What happened`, to: `/specialization-awards/${award.id}` }}
          variant="default"
        />
      )}
      {award?.state === "held" && (
        <a href={`/api/v1/specialization-awards/${award.id}/badge`} download>
          <IconDownload size={16} stroke={1.75} aria-hidden /> <Trans>Download the badge</Trans>
        </a>
      )}
      {award?.can.revoke && (
        <ActButton
          act={{ label: t`Revoke`, danger: true, onClick: () => onTask("revoke") }}
          variant="subtle"
        />
      )}
    </div>
  );
}

function NothingYet() {
  const { t } = useLingui();
  const { side, vendorName, can } = useReader();
  return (
    <EmptyState
      icon={IconCertificate}
      title={t`Here specializations will stand`}
      action={
        can("specialization.manage")
          ? { label: t`Define a specialization`, to: "/specializations/new" }
          : undefined
      }
    >
      {side === "partner" ? (
        <Trans>
          {vendorName} has not defined any yet. A specialization shows customers what a company is good at:
          certified people, references, an audit.
        </Trans>
      ) : (
        <Trans>
          A specialization shows customers what a company is good at: certified people, references, an audit.
        </Trans>
      )}
    </EmptyState>
  );
}
