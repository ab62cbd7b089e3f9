import { Trans, useLingui } from "@lingui/react/macro";
import { IconMap2, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { ActButton } from "#ui/act/Act.tsx";
import { useEndpointList, useEndpointMutation } from "#ui/api/query.ts";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { ErrorState } from "#ui/feedback/ErrorState.tsx";
import { TextSkeleton } from "#ui/feedback/Skeletons.tsx";
import { useFormat } from "#ui/format/useFormat.ts";
import { Page } from "#ui/page/Page.tsx";
import { PageHeader } from "#ui/page/PageHeader.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { TreeList, type TreeNode } from "#ui/tree/TreeList.tsx";
import { beginUsualRegions, listRegions, type RegionRecord, removeRegion } from "../contract.ts";
import { NamedBy } from "./NamedBy.tsx";
import { RegionForm } from "./RegionForm.tsx";
import classes from "./regions.module.css";
import { useCountryNames } from "./useCountryNames.ts";
import "./serverSentences.ts";

/** The vendor's regions, each in the one above it, with their countries. */
export function RegionsPage() {
  const { t } = useLingui();
  const { can } = useReader();
  const regions = useEndpointList(listRegions, {}, { pageSize: 200 });
  const [editing, setEditing] = useState<RegionRecord | "new" | null>(null);
  const [removing, setRemoving] = useState<RegionRecord | null>(null);
  const manages = can("region.manage");
  const add = { label: t`New region`, icon: IconPlus, onClick: () => setEditing("new") };
  return (
    <Page width="reading">
      <PageHeader
        title={t`Regions`}
        lead={t`What holds in a region can be adapted there. Where regions lie in each other, the nearest counts.`}
        action={manages ? add : undefined}
      />
      {regions.error ? (
        <ErrorState problem={regions.error} retry={regions.retry} />
      ) : regions.isPending ? (
        <Section title={t`Regions`}>
          <TextSkeleton lines={6} />
        </Section>
      ) : regions.rows.length === 0 ? (
        <NoRegions onAdd={manages ? add.onClick : undefined} />
      ) : (
        <Section title={t`How they lie in each other`}>
          <Tree
            regions={regions.rows}
            onEdit={manages ? setEditing : undefined}
            onRemove={manages ? setRemoving : undefined}
          />
        </Section>
      )}
      <Dialog
        opened={editing !== null}
        onClose={() => setEditing(null)}
        title={editing === "new" ? t`New region` : (editing?.name ?? "")}
      >
        {editing && (
          <RegionForm
            region={editing === "new" ? null : editing}
            regions={regions.rows}
            onDone={() => setEditing(null)}
          />
        )}
      </Dialog>
      {removing && <RemoveRegion region={removing} onClose={() => setRemoving(null)} />}
    </Page>
  );
}

function NoRegions({ onAdd }: { onAdd: (() => void) | undefined }) {
  const { t } = useLingui();
  const begin = useEndpointMutation(beginUsualRegions);
  return (
    <Section title={t`Regions`}>
      <EmptyState
        icon={IconMap2}
        title={t`Here your regions will stand`}
        action={
          onAdd && {
            label: t`Begin with the usual ones`,
            onClick: () => begin.mutate({ body: {} }),
            busy: begin.isPending,
          }
        }
      >
        <Trans>
          The usual ones are EMEA with DACH, the Nordics and others, APAC and the Americas, each with its
          countries. Change them as you work.
        </Trans>
      </EmptyState>
      {begin.error && <ErrorState problem={begin.error} />}
    </Section>
  );
}

interface TreeProps {
  regions: readonly RegionRecord[];
  onEdit: ((region: RegionRecord) => void) | undefined;
  onRemove: ((region: RegionRecord) => void) | undefined;
}

function Tree({ regions, onEdit, onRemove }: TreeProps) {
  const { t } = useLingui();
  const nameOf = useCountryNames();
  const format = useFormat();
  const within = Map.groupBy(regions, ({ parent }) => parent?.id ?? null);
  const nodesIn = (id: string | null): TreeNode[] =>
    (within.get(id) ?? []).map((region) => ({
      id: region.id,
      label: region.name,
      note: format.list(region.countries.map(nameOf).toSorted()),
      aside: onEdit && onRemove && (
        <span className={classes.acts}>
          <ActButton
            act={{ label: t`Edit`, onClick: () => onEdit(region) }}
            variant="default"
            size="compact-sm"
          />
          {!within.has(region.id) && (
            <ActButton
              act={{ label: t`Remove`, onClick: () => onRemove(region) }}
              variant="subtle"
              size="compact-sm"
            />
          )}
        </span>
      ),
      children: nodesIn(region.id),
    }));
  return <TreeList label={t`Regions`} nodes={nodesIn(null)} />;
}

function RemoveRegion({ region, onClose }: { region: RegionRecord; onClose: () => void }) {
  const { t } = useLingui();
  const remove = useEndpointMutation(removeRegion, { onDone: onClose });
  return (
    <ConfirmModal
      opened
      onClose={onClose}
      title={t`Remove ${region.name}?`}
      consequences={[t`Its countries are in no region then, until you put them into another.`]}
      confirm={t`Remove region`}
      danger
      onConfirm={() => remove.mutate({ params: { regionId: region.id } })}
      busy={remove.isPending}
      problem={remove.error}
    >
      <NamedBy problem={remove.error} />
    </ConfirmModal>
  );
}
