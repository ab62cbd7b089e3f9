import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { z } from "zod";
import { MoneyJson } from "#platform/http/wire.ts";
import { DayText, MonthText } from "#ui/text/dates.tsx";
import { Money } from "#ui/text/Money.tsx";
import type { Tone } from "#ui/text/Status.tsx";
import type { StreamEvent } from "../contract.ts";
import { benefitWords } from "./benefitEventWords.tsx";
import { companyWords } from "./companyEventWords.tsx";
import { dealWords } from "./dealEventWords.tsx";
import { programWords } from "./programEventWords.tsx";
import { touchpointWords } from "./touchpointEventWords.tsx";

/** An event as a sentence, with the person's own words where they gave any. */
export interface EventWords {
  what: ReactNode;
  note?: string | undefined;
  tone?: Tone;
}

/** What an event's payload may hold; what it does not hold is left out of the sentence. */
const Payload = z.object({
  name: z.string().catch(""),
  from: z.string().catch(""),
  to: z.string().catch(""),
  stage: z.string().catch(""),
  reason: z.string().nullable().catch(null),
  value: MoneyJson.nullable().catch(null),
  amount: MoneyJson.nullable().catch(null),
  total: MoneyJson.nullable().catch(null),
  closing: MoneyJson.nullable().catch(null),
  closedOn: z.string().catch(""),
  period: z.string().catch(""),
  number: z.number().catch(0),
  plan: z.string().catch(""),
  version: z.number().catch(0),
  lines: z.number().catch(0),
  payees: z.number().catch(0),
  created: z.number().catch(0),
  updated: z.number().catch(0),
  fileName: z.string().catch(""),
  email: z.string().catch(""),
  reference: z.string().nullable().catch(null),
  customer: z.string().catch(""),
  claimChanged: z.boolean().catch(false),
  fields: z.array(z.string()).catch([]),
  question: z.string().catch(""),
  answer: z.string().catch(""),
  dueAt: z.string().catch(""),
  opportunity: z.string().catch(""),
  whose: z.string().nullable().catch(null),
  protectedUntil: z.string().catch(""),
  granted: z.boolean().catch(false),
  until: z.string().catch(""),
  note: z.string().optional().catch(undefined),
  outcome: z.string().catch(""),
  accepted: z.boolean().catch(false),
  clock: z.string().catch(""),
  partner: z.string().catch(""),
  as: z.string().catch(""),
  about: z.string().catch(""),
  remark: z.string().catch(""),
  label: z.string().catch(""),
  program: z.string().catch(""),
  scope: z.string().catch(""),
  year: z.number().catch(0),
  effectiveFrom: z.string().catch(""),
  quantity: z.string().nullable().catch(null),
  changes: z
    .array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() }))
    .catch([]),
});
export type Payload = z.infer<typeof Payload>;

/** Puts each event of the stream into the reader's words. */
export function useEventWords(): (event: StreamEvent) => EventWords {
  const { t } = useLingui();
  return (event) => {
    const said = Payload.parse(event.payload);
    const known = words[event.type];
    const note = said.reason ?? undefined;
    if (known === undefined) return { what: t`Something was changed`, note };
    return { note, ...known(said) };
  };
}

const words: Readonly<Record<string, (said: Payload) => EventWords>> = {
  "opportunity.created": ({ name }) => ({ what: <Trans>Entered {name}</Trans> }),
  "opportunity.changed": ({ name, changes }) => ({ what: <Changes name={name} changes={changes} /> }),
  "opportunity.moved": ({ name, from, to }) => ({
    what: (
      <Trans>
        Moved {name} from {from} to {to}
      </Trans>
    ),
    tone: "info",
  }),
  "opportunity.won": ({ name, value }) => ({
    what: (
      <Trans>
        Won {name} at <Money value={value} />
      </Trans>
    ),
    tone: "good",
  }),
  "opportunity.lost": ({ name }) => ({ what: <Trans>Lost {name}</Trans>, tone: "warn" }),
  "opportunity.reversed": ({ name, amount }) => ({
    what: (
      <Trans>
        Took <Money value={amount} /> of {name} back
      </Trans>
    ),
    tone: "bad",
  }),
  "opportunity.pay_credit_decided": ({ partner, reason }) => ({
    what: <Trans>Decided that the pay credit is {partner}'s</Trans>,
    note: reason ?? undefined,
    tone: "good",
  }),
  "pay_split.proposed": ({ name }) => ({
    what: <Trans>Proposed to share the pay credit of {name}</Trans>,
    tone: "info",
  }),
  "pay_split.signed": ({ name }) => ({
    what: <Trans>Signed how the pay credit of {name} is shared</Trans>,
    tone: "good",
  }),
  "pay_split.refused": ({ name, reason }) => ({
    what: <Trans>Refused to share the pay credit of {name}</Trans>,
    note: reason ?? undefined,
    tone: "bad",
  }),
  "pay_split.withdrawn": ({ name, reason }) => ({
    what: <Trans>Withdrew how the pay credit of {name} was to be shared</Trans>,
    note: reason ?? undefined,
  }),
  "pay_split.confirmed": ({ name }) => ({
    what: <Trans>Brought into force how the pay credit of {name} is shared</Trans>,
    tone: "good",
  }),
  "partner.created": ({ name }) => ({ what: <Trans>Added {name}</Trans> }),
  "partner.changed": () => ({ what: <Trans>Changed the company's record</Trans> }),
  "partner.typed": () => ({ what: <Trans>Changed the company's types</Trans> }),
  "partner.edged": () => ({ what: <Trans>Changed the place in the hierarchy</Trans> }),
  "account.created": ({ name }) => ({ what: <Trans>Added {name}</Trans> }),
  "account.changed": () => ({ what: <Trans>Changed the account</Trans> }),
  "product.created": ({ name }) => ({ what: <Trans>Added {name}</Trans> }),
  "product.changed": () => ({ what: <Trans>Changed the product</Trans> }),
  "statement.closed": ({ period, closing }) => ({
    what: (
      <Trans>
        Closed the statement of <MonthText value={period} /> at <Money value={closing} />
      </Trans>
    ),
    tone: "info",
  }),
  "payout.made": ({ number, payees, total }) => ({
    what: (
      <Trans>
        Made batch {number} for {payees} payees, <Money value={total} />
      </Trans>
    ),
  }),
  "payout.withdrawn": ({ number }) => ({ what: <Trans>Took batch {number} back</Trans> }),
  "payout.released": ({ number, total }) => ({
    what: (
      <Trans>
        Released batch {number}, <Money value={total} />
      </Trans>
    ),
    tone: "info",
  }),
  "payout.paid": ({ amount, reference }) => ({
    what: (
      <Trans>
        Paid <Money value={amount} />, {reference}
      </Trans>
    ),
    tone: "good",
  }),
  "payout.returned": ({ amount }) => ({
    what: (
      <Trans>
        A payment of <Money value={amount} /> came back
      </Trans>
    ),
    tone: "bad",
  }),
  "run.posted": ({ number, plan, period, lines, total }) => ({
    what: (
      <Trans>
        Posted run {number} of {plan} for <MonthText value={period} />: {lines} lines, <Money value={total} />
      </Trans>
    ),
    tone: "good",
  }),
  "plan.drafted": ({ name }) => ({ what: <Trans>Wrote a draft of {name}</Trans> }),
  "plan.published": ({ name, version }) => ({
    what: (
      <Trans>
        Published {name}, version {version}
      </Trans>
    ),
    tone: "info",
  }),
  "earning.released": ({ lines, amount }) => ({
    what: (
      <Trans>
        The hold of {lines} lines ended, <Money value={amount} />
      </Trans>
    ),
  }),
  "import.done": ({ fileName, created, updated }) => ({
    what: (
      <Trans>
        Imported {fileName}: {created} new, {updated} changed
      </Trans>
    ),
    tone: "good",
  }),
  "import.undone": ({ fileName }) => ({ what: <Trans>Undid the import of {fileName}</Trans>, tone: "warn" }),
  "import.discarded": ({ fileName }) => ({ what: <Trans>Let go of {fileName}</Trans> }),
  "person.invited": ({ email }) => ({ what: <Trans>Invited {email}</Trans> }),
  "invitation.revoked": ({ email }) => ({ what: <Trans>Took the invitation of {email} back</Trans> }),
  "membership.accepted": ({ name }) => ({ what: <Trans>{name} joined</Trans>, tone: "good" }),
  "membership.changed": ({ name }) => ({ what: <Trans>Changed the roles of {name}</Trans> }),
  "membership.ended": ({ name }) => ({ what: <Trans>Ended the access of {name}</Trans>, tone: "warn" }),
  "key.created": ({ name }) => ({ what: <Trans>Made the API key {name}</Trans> }),
  "key.revoked": ({ name }) => ({ what: <Trans>Ended the API key {name}</Trans> }),
  "vendor.created": ({ name }) => ({ what: <Trans>Set up {name}</Trans> }),
  "engagement.published": ({ version }) => ({
    what: <Trans>Published the rules of engagement, version {version}</Trans>,
    tone: "info",
  }),
  ...dealWords,
  ...touchpointWords,
  ...programWords,
  ...benefitWords,
  ...companyWords,
  "setting.changed": () => ({ what: <Trans>Changed the settings</Trans> }),
};

/** What was changed from what to what; several changes one below the other. */
function Changes({ name, changes }: { name: string; changes: Payload["changes"] }) {
  const { t } = useLingui();
  const fields: Record<string, string> = {
    name: t`name`,
    account: t`customer`,
    owner: t`owner`,
    seller: t`seller`,
    lines: t`products`,
    value: t`value`,
    engagedOn: t`first engaged`,
    expectedCloseOn: t`expected close`,
    closedOn: t`closed on`,
  };
  return (
    <>
      <Trans>Changed {name}</Trans>
      {changes.map(({ field, from, to }) => (
        <div key={field}>
          {fields[field] ?? field}: <Said value={from} /> → <Said value={to} />
        </div>
      ))}
    </>
  );
}

function Said({ value }: { value: string | null }) {
  if (value === null) return <>–</>;
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? <DayText value={value} /> : value;
}
