import { useLingui } from "@lingui/react/macro";
import { IconBinaryTree2, IconCategory, IconEdit } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useEndpoint } from "#ui/api/query.ts";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { useRecordHref } from "#ui/link/RecordLink.tsx";
import { type Fact, Facts } from "#ui/page/Facts.tsx";
import { LoadedRecord } from "#ui/page/LoadedRecord.tsx";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { Money } from "#ui/text/Money.tsx";
import { getPartner, type Partner } from "../contract.ts";
import { EditPartnerForm, PartnerPlaceForm, PartnerTypesForm } from "./PartnerForms.tsx";
import { usePartnerWords } from "./partnerWords.ts";

interface PartnerRecordProps {
  partnerId: string;
  /** The sections below the head, made by those who know the rest of it. */
  children: (partner: Partner) => ReactNode;
}

/** The head of a partner's page: who it is, how it stands, and what may be changed. */
export function PartnerRecord({ partnerId, children }: PartnerRecordProps) {
  const partner = useEndpoint(getPartner, { params: { partnerId } });
  return (
    <Page>
      <LoadedRecord query={partner}>
        {(record) => (
          <>
            <Head partner={record} />
            {children(record)}
          </>
        )}
      </LoadedRecord>
    </Page>
  );
}

function Head({ partner }: { partner: Partner }) {
  const { t } = useLingui();
  const { can } = useReader();
  const words = usePartnerWords();
  const [open, setOpen] = useState<"edit" | "types" | "place" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <PageHeader
        title={partner.name}
        crumbs={[{ label: t`Partners`, to: "/partners" }]}
        lead={words.typesOf(partner.types)}
        menu={
          can("partner.manage")
            ? [
                { label: t`Edit`, icon: IconEdit, onClick: () => setOpen("edit") },
                { label: t`Change types`, icon: IconCategory, onClick: () => setOpen("types") },
                { label: t`Set master agent`, icon: IconBinaryTree2, onClick: () => setOpen("place") },
              ]
            : []
        }
      />
      <Facts facts={useFacts(partner)} />
      <Dialog opened={open === "edit"} onClose={close} title={t`Edit ${partner.name}`}>
        <EditPartnerForm partner={partner} onDone={close} />
      </Dialog>
      <Dialog opened={open === "types"} onClose={close} title={t`Types of ${partner.name}`}>
        <PartnerTypesForm partner={partner} onDone={close} />
      </Dialog>
      <Dialog opened={open === "place"} onClose={close} title={t`Master agent of ${partner.name}`}>
        <PartnerPlaceForm partner={partner} onDone={close} />
      </Dialog>
    </>
  );
}

function useFacts(partner: Partner): Fact[] {
  const { t } = useLingui();
  const href = useRecordHref();
  const words = usePartnerWords();
  return [
    // That of the main program; those of all stand in a panel of their own.
    ...(partner.tier ? [{ label: t`Tier`, value: partner.tier.level, hint: partner.tier.program.name }] : []),
    {
      label: t`Won this quarter`,
      value: partner.wonThisQuarter && <Money whole value={partner.wonThisQuarter} />,
    },
    {
      label: partner.parent ? words.above[partner.parent.kind] : t`Master agent`,
      value: partner.parent?.name,
      to: href("partner", partner.parent?.id),
    },
    { label: t`Territory`, value: partner.territory },
    { label: t`Directly below`, value: String(partner.counts.children) },
    { label: t`Number`, value: partner.externalId },
  ];
}
