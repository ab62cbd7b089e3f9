import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { ActMenu } from "#ui/act/ActMenu.tsx";
import { useEndpoint, useEndpointMutation } from "#ui/api/query.ts";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Status } from "#ui/text/Status.tsx";
import { type Location, listLocations, removeLocation } from "../contract.ts";
import { EditLocationForm, MainLocationForm, NewLocationForm } from "./LocationForms.tsx";
import { useCountryNames } from "./useCountryNames.ts";

type Opened = { what: "new" } | { what: "edit" | "main" | "remove"; location: Location } | null;

/** Where a partner is, and which company signs there. */
export function PartnerLocations({ partner }: { partner: { id: string; name: string } }) {
  const { t } = useLingui();
  const { can } = useReader();
  const [opened, setOpened] = useState<Opened>(null);
  const params = { partnerId: partner.id };
  const locations = useEndpoint(listLocations, { params, query: { limit: 200 } });
  const manages = can("partner.manage");
  const close = () => setOpened(null);
  const add = { label: t`Add location`, icon: IconPlus, onClick: () => setOpened({ what: "new" }) };
  return (
    <Section
      title={t`Locations`}
      note={t`The main one says which regional rules the partner goes by.`}
      action={manages ? add : undefined}
      flush={(locations.data?.items.length ?? 0) > 0}
    >
      <Loaded query={locations}>
        {({ items }) =>
          items.length === 0 ? (
            <Trans>It is not known where {partner.name} is, so what holds everywhere holds for it.</Trans>
          ) : (
            <LocationsTable locations={items} onOpen={manages ? setOpened : undefined} />
          )
        }
      </Loaded>
      <Dialog opened={opened?.what === "new"} onClose={close} title={t`A location of ${partner.name}`}>
        <NewLocationForm partnerId={partner.id} onDone={close} />
      </Dialog>
      <Dialog
        opened={opened?.what === "edit" || opened?.what === "main"}
        onClose={close}
        title={opened?.what === "edit" || opened?.what === "main" ? opened.location.name : ""}
      >
        {opened?.what === "edit" && (
          <EditLocationForm partnerId={partner.id} location={opened.location} onDone={close} />
        )}
        {opened?.what === "main" && (
          <MainLocationForm partnerId={partner.id} location={opened.location} onDone={close} />
        )}
      </Dialog>
      {opened?.what === "remove" && (
        <RemoveLocation partnerId={partner.id} location={opened.location} onClose={close} />
      )}
    </Section>
  );
}

interface LocationsTableProps {
  locations: readonly Location[];
  onOpen: ((opened: Opened) => void) | undefined;
}

function LocationsTable({ locations, onOpen }: LocationsTableProps) {
  const { t } = useLingui();
  const nameOf = useCountryNames();
  const columns: Column<Location>[] = [
    {
      id: "name",
      header: t`Location`,
      card: "title",
      cell: ({ name, entity }) => (entity === null ? name : `${name}, ${entity}`),
    },
    { id: "country", header: t`Country`, width: 140, card: "amount", cell: ({ country }) => nameOf(country) },
    { id: "state", header: t`State`, width: 150, cell: (location) => <State location={location} /> },
    {
      id: "from",
      header: t`Since`,
      width: 120,
      cell: (location) => <DayText value={location.effectiveFrom} />,
    },
    ...(locations.some(({ effectiveUntil }) => effectiveUntil !== null)
      ? [
          {
            id: "until",
            header: t`Until`,
            width: 120,
            cell: ({ effectiveUntil }: Location) => effectiveUntil && <DayText value={effectiveUntil} />,
          },
        ]
      : []),
    ...(onOpen
      ? [
          {
            id: "acts",
            header: t`Action`,
            width: 110,
            align: "end" as const,
            cell: (location: Location) => <LocationActs location={location} onOpen={onOpen} />,
          },
        ]
      : []),
  ];
  return <RowsTable label={t`Locations`} rows={locations} columns={columns} rowKey={({ id }) => id} />;
}

function State({ location }: { location: Location }) {
  if (location.state === "ended")
    return (
      <Status tone="idle" hollow>
        <Trans>Ended</Trans>
      </Status>
    );
  if (location.state === "coming")
    return (
      <Status tone="info" hollow>
        <Trans>Coming</Trans>
      </Status>
    );
  if (location.isMain)
    return (
      <Status tone="good">
        <Trans>Main location</Trans>
      </Status>
    );
  return location.mainFrom === null ? (
    <Trans>Location</Trans>
  ) : (
    <Trans>
      Main from <DayText value={location.mainFrom} />
    </Trans>
  );
}

interface ActsProps {
  location: Location;
  onOpen: (opened: Opened) => void;
}

function LocationActs({ location, onOpen }: ActsProps) {
  const { t } = useLingui();
  return (
    <ActMenu
      acts={[
        { label: t`Edit`, onClick: () => onOpen({ what: "edit", location }) },
        ...(location.state !== "ended" && !location.isMain
          ? [{ label: t`Make it the main one`, onClick: () => onOpen({ what: "main", location }) }]
          : []),
        { label: t`Remove`, danger: true, onClick: () => onOpen({ what: "remove", location }) },
      ]}
    >
      <Button variant="default" size="compact-sm" aria-label={t`Change ${location.name}`}>
        <Trans>Change</Trans>
      </Button>
    </ActMenu>
  );
}

interface RemoveLocationProps {
  partnerId: string;
  location: Location;
  onClose: () => void;
}

function RemoveLocation({ partnerId, location, onClose }: RemoveLocationProps) {
  const { t } = useLingui();
  const remove = useEndpointMutation(removeLocation, { onDone: onClose });
  return (
    <ConfirmModal
      opened
      onClose={onClose}
      title={t`Remove ${location.name}?`}
      consequences={[
        t`It is as if it had never been there, for days that are past too.`,
        t`Where it was there and is no more, edit it and say until when instead.`,
      ]}
      confirm={t`Remove location`}
      danger
      onConfirm={() => remove.mutate({ params: { partnerId, locationId: location.id } })}
      busy={remove.isPending}
      problem={remove.error}
    />
  );
}
