import { useLingui } from "@lingui/react/macro";
import { ChecksField } from "#ui/form/ChecksField.tsx";
import type { FieldProps } from "#ui/form/fields.tsx";
import { useLocale } from "#ui/i18n/LocaleProvider.tsx";
import { Facts } from "#ui/page/Facts.tsx";
import type { Role } from "../roles.ts";
import { roleWords } from "./words.ts";

/** The names of roles in a row: `Finance, Channel manager`. */
export function RoleNames({ roles }: { roles: readonly Role[] }) {
  const { i18n } = useLingui();
  const { formatLocale } = useLocale();
  return (
    <>
      {new Intl.ListFormat(formatLocale, { type: "unit" }).format(
        roles.map((role) => i18n._(roleWords[role].name)),
      )}
    </>
  );
}

interface RolesFieldProps extends Omit<FieldProps<readonly Role[]>, "label"> {
  /** The roles that may be given. */
  among: readonly Role[];
}

/** Roles to choose, each with a sentence on what it may do. */
export function RolesField({ among, value, onChange, ...rest }: RolesFieldProps) {
  const { t, i18n } = useLingui();
  return (
    <ChecksField
      {...rest}
      label={t`Roles`}
      value={value}
      onChange={(chosen) => onChange(among.filter((role) => chosen.includes(role)))}
      options={among.map((role) => ({
        value: role,
        label: i18n._(roleWords[role].name),
        hint: i18n._(roleWords[role].may),
      }))}
    />
  );
}

/** Roles with what each may do. */
export function RoleSentences({ roles }: { roles: readonly Role[] }) {
  const { i18n } = useLingui();
  return (
    <Facts
      stacked
      facts={roles.map((role) => ({
        label: i18n._(roleWords[role].name),
        value: i18n._(roleWords[role].may),
      }))}
    />
  );
}
