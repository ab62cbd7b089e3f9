import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import type { Ladder } from "#ecosystem/ladders/contract.ts";
import type { Program } from "#ecosystem/programs/contract.ts";
import type { ProblemError } from "#ui/api/problem.ts";
import { Note } from "#ui/feedback/Note.tsx";
import { DayField } from "#ui/form/DateFields.tsx";
import { Faults } from "#ui/form/Faults.tsx";
import { Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { BroughtPlan } from "../plan-file.ts";
import { createPlan } from "../wire.ts";
import { useEarliestDay, WhyLadderDay, WhyPlanDay } from "./FirstDays.tsx";
import { WhoCreatesLadders } from "./WhoCreatesLadders.tsx";

interface BroughtPlanFormProps {
  plan: BroughtPlan;
  programs: readonly Program[];
  firstWinOn: string | null;
}

/** How the plan of a file begins here: its name, its first day, and that of each ladder it brings along. */
export function BroughtPlanForm({ plan, programs, firstWinOn }: BroughtPlanFormProps) {
  const { can } = useReader();
  const missing = plan.ladders.flatMap(({ ladder, state }) => (state === "new" ? [ladder] : []));
  if (missing.length > 0 && !can("program.manage")) return <WhoCreatesLadders ladders={missing} />;
  return <Fields plan={plan} missing={missing} programs={programs} firstWinOn={firstWinOn} />;
}

function Fields({
  plan,
  missing,
  programs,
  firstWinOn,
}: BroughtPlanFormProps & { missing: readonly Ladder[] }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const earliest = useEarliestDay(firstWinOn);
  const form = useEndpointForm(createPlan, {
    initial: {
      name: plan.name,
      effectiveFrom: earliest,
      ladders: missing.map((ladder) => ({
        name: freeName(ladder, programs),
        ladder,
        effectiveFrom: earliest,
      })),
    },
    toBody: (values) => ({ ...values, rules: plan.rules }),
    onDone: ({ id }) => void navigate({ to: `/plans/${id}/draft` }),
  });
  const { ladders } = form.values;
  return (
    <Section title={t`How it begins here`}>
      <Form form={form} submit={t`Begin the draft`} next={t`Nothing is published by it: you read it first.`}>
        <TextField {...form.field("name")} label={t`Name of the plan`} />
        <DayField
          {...form.field("effectiveFrom")}
          label={t`For wins that close from`}
          description={<WhyPlanDay firstWinOn={firstWinOn} />}
        />
        {ladders.map(({ ladder, effectiveFrom }, index) => (
          <DayField
            key={ladder.name}
            name={`ladders.${index}.effectiveFrom`}
            value={effectiveFrom}
            onChange={(day) =>
              form.set({
                ladders: ladders.map((one, at) => (at === index ? { ...one, effectiveFrom: day } : one)),
              })
            }
            onBlur={() => {}}
            error={form.errorAt(`ladders.${index}`)}
            optional={false}
            label={t`Ladder “${ladder.label}”, for quarters that begin from`}
            description={<WhyLadderDay firstWinOn={firstWinOn} />}
          />
        ))}
        {form.values.ladders.some((one) => one.effectiveFrom > form.values.effectiveFrom) && (
          <Note tone="warn">
            <Trans>
              The plan begins before a ladder it brings: a win in between has no tier, and earns nothing until
              there is one.
            </Trans>
          </Note>
        )}
        {form.problem && <Faults errors={inTheFile(form.problem)} />}
      </Form>
    </Section>
  );
}

/** A program's name is its own: the ladder's label, with the key behind it where another has that name. */
function freeName({ label, name }: Ladder, programs: readonly Program[]): string {
  return programs.some((program) => program.name === label) ? `${label} (${name})` : label;
}

/** What the server found in the rules, such as a series that its catalogue lacks, told as places of the file. */
function inTheFile({ type, errors }: ProblemError) {
  if (type !== "invalid-plan") return [];
  return errors.map(({ pointer, message }) => ({ pointer: `/rules${pointer}`, message }));
}
