import { Trans, useLingui } from "@lingui/react/macro";
import { IconDownload, IconFileText, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useEndpoint } from "#ui/api/query.ts";
import { Note } from "#ui/feedback/Note.tsx";
import { dayBefore } from "#ui/format/time.ts";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { Facts } from "#ui/page/Facts.tsx";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page, WithAside } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DateTime, DayText } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import { EventTimeline } from "../../stream/web/index.tsx";
import { getAward, type SpecializationAward } from "../contract.ts";
import { BadgePicture } from "./BadgePicture.tsx";
import { RevokeDialog } from "./RevokeDialog.tsx";
import classes from "./specializations.module.css";
import { useSpecializationTexts } from "./useSpecializationTexts.ts";
import { useSpecializationWords } from "./useSpecializationWords.tsx";
import "./serverSentences.ts";

/** What a company holds or held: from when until when, its badge, what it was awarded by, and what happened since. */
export function AwardPage({ awardId }: { awardId: string }) {
  const award = useEndpoint(getAward, { params: { awardId } });
  return (
    <Page>
      <LoadedRecord query={award}>{(record) => <Award award={record} />}</LoadedRecord>
    </Page>
  );
}

function Award({ award }: { award: SpecializationAward }) {
  const { t } = useLingui();
  const { side } = useReader();
  const href = useRecordHref();
  const words = useSpecializationWords();
  const [revoking, setRevoking] = useState(false);
  const { partner, state, revoked } = award;
  const label = useSpecializationTexts(award.specialization.id)("label", award.specialization.label);
  const isVendor = side === "vendor";
  return (
    <>
      <PageHeader
        title={isVendor ? `${partner.name}: ${label}` : label}
        crumbs={[
          { label: t`Specializations`, to: isVendor ? "/specializations?tab=held" : "/specializations" },
        ]}
        status={
          <Status tone={words.awardTones[state]} badge>
            {words.awards[state]}
          </Status>
        }
        menu={[
          {
            label: t`What it was awarded by`,
            icon: IconFileText,
            to: `/specialization-applications/${award.applicationId}`,
          },
          ...(award.can.revoke
            ? [{ label: t`Revoke`, icon: IconX, danger: true, onClick: () => setRevoking(true) }]
            : []),
        ]}
      />
      <WithAside aside={<EventTimeline of={{ subjectId: award.id }} andOf={award.applicationId} />}>
        {revoked && (
          <Note tone="warn" title={t`It was revoked`}>
            <Trans>“{revoked.reason}”</Trans>
          </Note>
        )}
        {award.endsSoon && (
          <Note tone="warn" title={t`It ends soon`}>
            {isVendor ? (
              <Trans>The company can apply for its renewal now, and goes on without a gap.</Trans>
            ) : (
              <Trans>Your company can apply for its renewal now, and goes on without a gap.</Trans>
            )}
          </Note>
        )}
        {award.renewedUntil && (
          <Note tone="info" title={t`It is renewed`}>
            <Trans>
              It is renewed up to and including <DayText value={dayBefore(award.renewedUntil)} />.
            </Trans>
          </Note>
        )}
        <Facts
          facts={[
            ...(isVendor
              ? [{ label: t`Partner`, value: partner.name, to: href("partner", partner.id) }]
              : []),
            { label: t`First day`, value: <DayText value={award.from} /> },
            { label: t`Last day`, value: <DayText value={dayBefore(revoked?.on ?? award.until)} /> },
            {
              label: t`Awarded`,
              value: <DateTime value={award.awardedAt} brief />,
              hint: award.awardedBy ?? undefined,
            },
            { label: t`By version`, value: award.version },
          ]}
        />
        <Section title={t`Badge`}>
          {state === "held" ? (
            <div className={classes.one}>
              <BadgePicture award={award} />
              <div className={classes.acts}>
                <a href={`/api/v1/specialization-awards/${award.id}/badge`} download>
                  <IconDownload size={16} stroke={1.75} aria-hidden /> <Trans>Download the badge</Trans>
                </a>
              </div>
            </div>
          ) : (
            <Trans>There is a badge of what is held today, and this is not.</Trans>
          )}
        </Section>
      </WithAside>
      {revoking && (
        <RevokeDialog award={award} title={t`Revoke ${label}`} onClose={() => setRevoking(false)} />
      )}
    </>
  );
}
