import { Trans, useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { FieldStack } from "#ui/form/FieldStack.tsx";
import { FieldRow } from "#ui/form/Form.tsx";
import { SelectField } from "#ui/form/fields.tsx";
import { useUrlValues } from "#ui/link/useUrlValues.ts";
import { Section } from "#ui/page/Section.tsx";
import { compareProgramVersions, getProgramVersion, type ProgramRecord } from "../contract.ts";
import { Changes } from "./Changes.tsx";

/** Two versions beside each other, in words. */
export function CompareVersions({ program }: { program: ProgramRecord }) {
  const { t } = useLingui();
  const [values, change] = useUrlValues();
  const after = Number(values.after ?? program.versions);
  const before = Number(values.before ?? Math.max(1, after - 1));
  const options = Array.from({ length: program.versions }, (_, index) => ({
    value: String(index + 1),
    label: t`Version ${index + 1}`,
  }));
  const field = (name: string, value: number) => ({
    name,
    value: String(value),
    onChange: (chosen: string) => change({ [name]: chosen }),
    onBlur: () => {},
    error: undefined,
    optional: false,
    options,
  });
  if (program.versions < 2) {
    return (
      <Section title={t`Compare two versions`}>
        <Trans>With the next version, what is new in it can be read here.</Trans>
      </Section>
    );
  }
  return (
    <Section title={t`Compare two versions`}>
      <FieldStack>
        <FieldRow>
          <SelectField {...field("before", before)} label={t`Before`} />
          <SelectField {...field("after", after)} label={t`After`} />
        </FieldRow>
        <Compared programId={program.id} before={before} after={after} />
      </FieldStack>
    </Section>
  );
}

function Compared({ programId, before, after }: { programId: string; before: number; after: number }) {
  const changes = useEndpoint(compareProgramVersions, { params: { programId }, query: { before, after } });
  const later = useEndpoint(getProgramVersion, { params: { programId, version: after } });
  return (
    <Loaded query={later}>
      {({ document }) => (
        <Loaded query={changes}>{(found) => <Changes changes={found} after={document} />}</Loaded>
      )}
    </Loaded>
  );
}
