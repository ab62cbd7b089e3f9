import { Trans, useLingui } from "@lingui/react/macro";
import { Section } from "#ui/page/Section.tsx";
import { type Step, Steps } from "#ui/page/Steps.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import type { FirstSteps as Done } from "../contract.ts";

/** The first steps of a new programme, what each is worth and where it is done; gone once all are. */
export function FirstSteps({ done }: { done: Done }) {
  const { t } = useLingui();
  const steps = useSteps(done);
  if (steps.every((step) => step.done)) return null;
  return (
    <Section
      title={t`First steps`}
      note={<Trans>From an empty installation to the first commission that explains itself.</Trans>}
    >
      <Steps label={t`First steps`} steps={steps} />
    </Section>
  );
}

function useSteps(done: Done): Step[] {
  const { t } = useLingui();
  const { can, has } = useReader();
  const importing = (kind: string) =>
    can("import.manage") ? { label: t`Import`, to: `/imports?new=${kind}` } : undefined;
  return [
    {
      id: "people",
      label: t`Invite people`,
      worth: t`Finance runs and pays, a controller releases: nobody does both.`,
      done: done.people,
      action: can("people.invite") ? { label: t`Invite`, to: "/people/invite" } : undefined,
    },
    {
      id: "products",
      label: t`Import your products`,
      worth: t`Rates go by product series, so that a win can be paid.`,
      done: done.products,
      action: importing("products"),
    },
    {
      id: "accounts",
      label: t`Import your accounts`,
      worth: t`The customers that deals are made with.`,
      done: done.accounts,
      action: importing("accounts"),
    },
    {
      id: "partners",
      label: t`Import your partners`,
      worth: t`One record for each company, with who stands above whom. Deals, money and people hang on it.`,
      done: done.partners,
      action: importing("partners"),
    },
    {
      id: "opportunities",
      label: t`Import your opportunities`,
      worth: t`What is open and what was won, as your CRM knows it. Problem rows are told, none is dropped.`,
      done: done.opportunities,
      action: importing("opportunities"),
    },
    ...(has("incentives")
      ? [
          {
            id: "plan",
            label: t`Write a plan`,
            worth: t`Who earns what of a win, readable to everybody who is paid by it. It can begin from a file.`,
            done: done.plan,
            action: can("plan.draft")
              ? { label: t`Write`, to: done.planBegun ? "/plans" : "/plans/new" }
              : undefined,
          },
          {
            id: "run",
            label: t`Run the first month`,
            worth: can("run.manage")
              ? t`Look at every line before it counts; then it is booked, and each amount leads to its receipt.`
              : t`Finance does this: it looks at every line before it counts, and each amount leads to its receipt.`,
            done: done.run,
            action: can("run.manage") ? { label: t`Preview`, to: "/runs" } : undefined,
          },
        ]
      : []),
  ];
}
