import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import type { ResponseOf } from "#platform/http/endpoint.ts";
import { ChoiceField } from "#ui/form/ChoiceField.tsx";
import { Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { type FieldBinding, useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { useReader } from "#ui/reader/reader.tsx";
import { invite } from "../contract.ts";
import { partnerRoles, type Role, vendorRoles } from "../roles.ts";
import { RolesField } from "./Roles.tsx";

export type Invited = ResponseOf<typeof invite>;

interface InviteFormProps {
  /** The partner whose person this will be, where that is known. */
  partnerId?: string;
  /** The field in which the vendor's people look a partner up. */
  partnerField: (binding: FieldBinding<string>) => ReactNode;
  onInvited: (invitation: Invited) => void;
}

interface Wanted {
  whose: string;
  partnerId: string;
  email: string;
  roles: readonly Role[];
}

/** Whom to invite, to which company and as what. Only what this person may give is offered. */
export function InviteForm({ partnerId = "", partnerField, onInvited }: InviteFormProps) {
  const { t } = useLingui();
  const { side, vendorName, can } = useReader();
  const isVendor = side === "vendor";
  // Channel managers make a partner's first administrators, and nobody on their own side.
  const givesOwn = !isVendor || can("people.manage");
  const [begin] = useState<Wanted>(() => ({
    whose: partnerId === "" && givesOwn ? "own" : "partner",
    partnerId,
    email: "",
    roles: partnerId === "" && givesOwn ? [] : ["partner-admin"],
  }));
  const form = useEndpointForm(invite, {
    initial: begin,
    toBody: ({ whose, partnerId: chosen, email, roles }) => ({
      email,
      roles,
      ...(isVendor && whose === "partner" && { partnerId: chosen }),
    }),
    onDone: onInvited,
  });
  const toPartner = isVendor && form.values.whose === "partner";
  const partner = form.field("partnerId");

  return (
    <Form form={form} submit={t`Invite`} next={t`The link works once and for seven days.`}>
      {isVendor && givesOwn && (
        <ChoiceField
          {...form.field("whose")}
          optional={false}
          label={t`Whose person`}
          options={[
            { value: "own", label: vendorName, hint: t`One of our own people` },
            {
              value: "partner",
              label: t`A partner`,
              hint: t`Its administrator, who then invites the others`,
            },
          ]}
          onChange={(whose) => form.set({ whose, roles: whose === "partner" ? ["partner-admin"] : [] })}
        />
      )}
      {toPartner && partnerField({ ...partner, optional: false })}
      <TextField {...form.field("email")} label={t`E-mail address`} type="email" autoComplete="off" />
      {toPartner ? (
        <p>
          <Trans>
            They become the partner's administrator: they see its deals and its money, and invite its people.
          </Trans>
        </p>
      ) : (
        <RolesField {...form.field("roles")} among={isVendor ? vendorRoles : partnerRoles} />
      )}
    </Form>
  );
}
