import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { useQueryClient } from "@tanstack/react-query";
import { type SyntheticEvent, useRef, useState } from "react";
import { send } from "#ui/api/call.ts";
import { refreshAll } from "#ui/api/client.ts";
import { ProblemError } from "#ui/api/problem.ts";
import { cacheKey } from "#ui/api/query.ts";
import { errorsFrom } from "#ui/form/issues.ts";
import { type ErrorsByField, errorAt, spreadErrors, without } from "#ui/form/pointers.ts";
import { mayBeLeftOut } from "#ui/form/schema.ts";
import type { EndpointForm } from "#ui/form/useEndpointForm.ts";
import { inReadersWords } from "#ui/i18n/serverWords.ts";
import { useReader } from "#ui/reader/reader.tsx";
import { changeDeal, type DealDetail, getDeal, submitDeal } from "../contract.ts";
import { contentOf, type DealValues, valuesOf, withListPrices } from "./dealValues.ts";
import { type Saving, useDraftSaving } from "./useDraftSaving.ts";

interface DraftFormOptions {
  /** The draft that is gone on with; null for a new one. */
  deal: DealDetail | null;
  onBegun: (id: string) => void;
  onSubmitted: (deal: DealDetail) => void;
}

export interface DraftForm extends EndpointForm<DealValues> {
  saving: Saving;
  saved: DealDetail | null;
  /** Keeps what was typed, begins the draft where there is none, and gives its id; null when it was refused. */
  keep: () => Promise<string | null>;
  /** Takes over what else became of the draft, such as a file that was added. */
  took: (deal: DealDetail) => void;
}

/**
 * The form of a registration that is kept on the server as one types. What cannot be kept yet, such as half an address
 * of mail, stays in the form and is told beside its field; all that is missing is told when it is submitted.
 */
export function useDraftForm({ deal, onBegun, onSubmitted }: DraftFormOptions): DraftForm {
  const { i18n } = useLingui();
  const { currency, side } = useReader();
  const client = useQueryClient();
  const [values, setValues] = useState(() => valuesOf(deal, currency));
  const [saved, setSaved] = useState(deal);
  const [errors, setErrors] = useState<ErrorsByField>({});
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const [submitting, setSubmitting] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const [changed, setChanged] = useState(false);
  const latest = useRef(values);
  const touched = useRef(new Set<string>());

  function take(next: DealValues) {
    latest.current = next;
    setValues(next);
  }

  /** What can be kept of it, and what is wrong with the rest. */
  function readable(): { content: Record<string, unknown>; wrong: ErrorsByField } {
    const content = contentOf(latest.current);
    const checked = changeDeal.body.safeParse(content, { reportInput: true });
    const wrong = checked.success ? {} : errorsFrom(checked.error.issues, i18n);
    const kept = Object.entries(content).filter(([name]) => errorAt(wrong, name) === undefined);
    return { content: Object.fromEntries(kept), wrong };
  }

  function refuse(wrong: ErrorsByField) {
    setErrors(wrong);
    setRefusals((before) => before + 1);
  }

  /** What every registration has to say, as the server would ask for it. */
  function needed(): ErrorsByField {
    return {
      customerName: i18n._(msg`Write the customer's name.`),
      customerCountry: i18n._(msg`Choose the customer's country.`),
      lines: i18n._(msg`Add at least one product.`),
      expectedCloseOn: i18n._(msg`Say when you expect it to close.`),
    };
  }

  function refused(error: ProblemError) {
    // What is wrong with the value of the whole is wrong with the lines that it is made of.
    const said = error.errors.map(({ pointer, message }) => ({
      pointer: pointer === "/value" ? "/lines" : pointer,
      message: inReadersWords(message, i18n),
    }));
    const { byField, others } = spreadErrors(said, Object.keys(latest.current));
    refuse(byField);
    if (said.length === 0 || others.length > 0) setProblem(error);
  }

  const draft = useDraftSaving({
    deal,
    content: () => readable().content,
    opening: () =>
      side === "vendor" ? { partnerId: latest.current.partnerId, reason: latest.current.reason } : {},
    typed: () => touched.current,
    onMerged: (theirs) => {
      const own = Object.entries(latest.current).filter(([name]) => touched.current.has(name));
      take({ ...valuesOf(theirs, currency), ...Object.fromEntries(own) });
    },
    onSaved: (answer) => {
      if (saved === null) onBegun(answer.id);
      setSaved(answer);
      take(withListPrices(latest.current, answer));
    },
    onRefused: refused,
  });

  function change(wanted: Partial<DealValues>) {
    take({ ...latest.current, ...wanted });
    for (const name of Object.keys(wanted)) touched.current.add(name);
    setErrors((before) => without(before, Object.keys(wanted)));
    setProblem(null);
    setChanged(true);
    const { partnerId, reason } = latest.current;
    if (side === "partner" || (partnerId !== "" && reason.trim() !== "")) draft.later();
  }

  async function submit(event?: SyntheticEvent) {
    event?.preventDefault();
    // Nothing was typed yet: that is no draft.
    if (saved === null && touched.current.size === 0) return refuse(needed());
    setSubmitting(true);
    setProblem(null);
    try {
      const kept = await draft.now();
      const { wrong } = readable();
      if (Object.keys(wrong).length > 0) return refuse(wrong);
      if (kept === null) return;
      const answer: { deal: DealDetail } = await send(submitDeal, {
        params: { dealId: kept.id },
        ifMatch: kept.version,
      });
      draft.end();
      onSubmitted(answer.deal);
      await refreshAll(client);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      refused(error);
    } finally {
      setSubmitting(false);
    }
  }

  return {
    saving: draft.saving,
    saved,
    keep: async () => (await draft.now())?.id ?? null,
    took: (deal) => {
      client.setQueryData(cacheKey(getDeal, { dealId: deal.id }), deal);
      setSaved(deal);
    },
    values,
    field: (name) => ({
      name,
      value: values[name],
      onChange: (value) => change(only(name, value)),
      onBlur: () => {
        const wrong = touched.current.has(name) ? errorAt(readable().wrong, name) : undefined;
        if (wrong) setErrors((before) => ({ ...before, [name]: wrong }));
      },
      error: errorAt(errors, name),
      optional: mayBeLeftOut(changeDeal.body, name),
    }),
    set: change,
    errorAt: (path) => errorAt(errors, path),
    submit: (event) => void submit(event),
    submitting,
    refusals,
    problem,
    changed,
    fromDraft: false,
    reset: () => take(valuesOf(deal, currency)),
  };
}

function only<Name extends keyof DealValues>(name: Name, value: DealValues[Name]): Partial<DealValues> {
  const part: Partial<DealValues> = {};
  part[name] = value;
  return part;
}
