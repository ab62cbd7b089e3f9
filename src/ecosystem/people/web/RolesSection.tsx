import { Trans, useLingui } from "@lingui/react/macro";
import { notifyDone } from "#ui/feedback/notify.ts";
import { Form } from "#ui/form/Form.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { changeRoles, type Person } from "../contract.ts";
import { partnerRoles, type Role, vendorRoles } from "../roles.ts";
import { RoleSentences, RolesField } from "./Roles.tsx";

/** What a person may do; where the reader may change it, as a form. */
export function RolesSection({ person }: { person: Person }) {
  const { t } = useLingui();
  const { side } = useReader();
  if (person.can.changeRoles) return <ChangeRoles person={person} />;
  const isTheirs = side === "vendor" && person.side === "partner";
  return (
    <Section
      title={t`What they may do`}
      note={isTheirs ? t`The partner's own administrator decides what its people may do.` : undefined}
    >
      <RoleSentences roles={person.roles} />
    </Section>
  );
}

function ChangeRoles({ person }: { person: Person }) {
  const { t } = useLingui();
  const initial: { roles: readonly Role[] } = { roles: person.roles };
  const form = useEndpointForm(changeRoles, {
    initial,
    params: { personId: person.id },
    ifMatch: person.version,
    onDone: (changed) => notifyDone(t`Roles of ${changed.name} changed`),
  });
  return (
    <Section
      title={t`What they may do`}
      note={<Trans>What is changed holds from the next click on; nobody has to sign in again.</Trans>}
    >
      <Form form={form} submit={t`Save roles`} edits onCancel={form.changed ? form.reset : undefined}>
        <RolesField {...form.field("roles")} among={person.side === "vendor" ? vendorRoles : partnerRoles} />
      </Form>
    </Section>
  );
}
