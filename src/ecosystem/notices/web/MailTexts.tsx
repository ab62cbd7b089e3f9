import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconMail } from "@tabler/icons-react";
import { useEndpoint, useEndpointMutation } from "#ui/api/query.ts";
import { Dialog } from "#ui/feedback/Dialog.tsx";
import { EmptyState } from "#ui/feedback/EmptyState.tsx";
import { notifyDone } from "#ui/feedback/notify.ts";
import { Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { useUrlValues } from "#ui/link/useUrlValues.ts";
import { useReader } from "#ui/reader/reader.tsx";
import type { Column } from "#ui/table/column.ts";
import { DataTable } from "#ui/table/DataTable.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { Status } from "#ui/text/Status.tsx";
import { dropMailText, listMailTexts, type MailText, setMailText } from "../contract.ts";

/** The words of mails: the product's own, and those that the vendor says in its own. */
export function MailTexts() {
  const { t } = useLingui();
  const { can } = useReader();
  const [{ mail }, change] = useUrlValues();
  const query = useEndpoint(listMailTexts, {});
  const chosen = can("mail-text.reword") ? query.data?.items.find(({ kind }) => kind === mail) : undefined;
  const close = () => change({ mail: "" });
  return (
    <>
      <DataTable
        id="mail-texts"
        label={t`Mails`}
        endpoint={listMailTexts}
        columns={useColumns()}
        rowKey={(row) => row.kind}
        rowHref={(row) => (can("mail-text.reword") ? `/texts?tab=mails&mail=${row.kind}` : undefined)}
        csv
        empty={
          <EmptyState icon={IconMail} title={t`No mails are sent`}>
            <Trans>Nothing that is switched on tells anybody anything.</Trans>
          </EmptyState>
        }
      />
      <Dialog opened={chosen !== undefined} onClose={close} title={t`In your own words`} size="lg">
        {chosen && <Reword key={chosen.kind} mail={chosen} onDone={close} />}
      </Dialog>
    </>
  );
}

function useColumns(): Column<MailText>[] {
  const { t } = useLingui();
  return [
    {
      id: "standard",
      header: t`Subject, as it comes`,
      card: "title",
      cell: (row) => <bdi>{row.standard.title}</bdi>,
    },
    { id: "own", header: t`Subject, in your words`, cell: (row) => row.own && <bdi>{row.own.title}</bdi> },
    {
      id: "state",
      header: t`Words`,
      width: 160,
      cell: (row) =>
        row.own === null ? (
          <Status tone="idle" hollow>
            <Trans>As they come</Trans>
          </Status>
        ) : (
          <Status tone="good">
            <Trans>Your own</Trans>
          </Status>
        ),
    },
  ];
}

function Reword({ mail, onDone }: { mail: MailText; onDone: () => void }) {
  const { t } = useLingui();
  const { kind, own, standard } = mail;
  const params = { kind };
  const form = useEndpointForm(setMailText, {
    params,
    initial: { title: own?.title ?? standard.title, text: own?.text ?? standard.text },
    onDone: () => {
      notifyDone(t`Mail saved`);
      onDone();
    },
  });
  const drop = useEndpointMutation(dropMailText, { onDone });
  const names = mail.values.map((name) => `{${name}}`).join(" ");
  return (
    <Form
      form={form}
      submit={t`Save mail`}
      edits
      onCancel={onDone}
      next={
        own !== null && (
          <Button variant="subtle" loading={drop.isPending} onClick={() => drop.mutate({ params })}>
            <Trans>Back to the words as they come</Trans>
          </Button>
        )
      }
    >
      <TextField {...form.field("title")} optional={false} label={t`Subject`} />
      <TextField {...form.field("text")} optional={false} label={t`Mail`} lines={8} />
      <Sentences>
        <Trans>It can say {names}.</Trans>
        <Trans>
          It is translated under Texts; who reads a language in which it is not approved gets the words as
          they come.
        </Trans>
      </Sentences>
    </Form>
  );
}
