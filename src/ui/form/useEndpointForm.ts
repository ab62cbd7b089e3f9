import { useLingui } from "@lingui/react";
import { useQueryClient } from "@tanstack/react-query";
import { type SyntheticEvent, useRef, useState } from "react";
import type { Endpoint, ParamsOf, ResponseOf } from "#platform/http/endpoint.ts";
import { type LooseOptions, send } from "../api/call.ts";
import { refreshAll } from "../api/client.ts";
import { newIntent } from "../api/intent.ts";
import { ProblemError } from "../api/problem.ts";
import { inReadersWords } from "../i18n/serverWords.ts";
import { bodyFrom } from "./body.ts";
import { dropDraft, readDraft, useDraft } from "./drafts.ts";
import { errorsFrom } from "./issues.ts";
import { type ErrorsByField, errorAt, spreadErrors, without } from "./pointers.ts";
import { mayBeLeftOut } from "./schema.ts";

/** What connects one field to its form; a field component takes it as `{...form.field("name")}`. */
export interface FieldBinding<Value> {
  name: string;
  value: Value;
  onChange: (value: Value) => void;
  onBlur: () => void;
  error: string | undefined;
  /** True where the endpoint does without it. */
  optional: boolean;
}

interface FormOptions<E extends Endpoint, Values> {
  /** Every field of the form, filled with what is known; what stays empty is left out of the body. */
  initial: Values;
  params?: ParamsOf<E>;
  /** The version that was read, for an endpoint that takes `If-Match`. */
  ifMatch?: string | number;
  /** Makes the body where it is not just the values; fields keep the names that the body gives them. */
  toBody?: (values: Values) => unknown;
  /** Fields that are sent as they stand, blank or empty too: passwords, and what a change may not leave empty. */
  verbatim?: readonly (keyof Values & string)[];
  /** Keeps what is typed on this device under this name until it was sent. */
  draft?: string;
  onDone?: (answer: ResponseOf<E>) => void;
}

export interface EndpointForm<Values> {
  values: Values;
  field: <Name extends keyof Values & string>(name: Name) => FieldBinding<Values[Name]>;
  /** Sets several fields at once. */
  set: (values: Partial<Values>) => void;
  /** What is wrong at or below a path such as `lines.0.amount`. */
  errorAt: (path: string) => string | undefined;
  submit: (event?: SyntheticEvent) => void;
  submitting: boolean;
  /** Counts the tries that were refused, here or by the server. */
  refusals: number;
  /** What the server refused for a reason that is no field's. */
  problem: ProblemError | null;
  changed: boolean;
  /** True where the fields were filled with what was typed the last time. */
  fromDraft: boolean;
  /** Back to `initial`, and the draft away. */
  reset: () => void;
}

/**
 * A form for one endpoint: checks with the endpoint's own schema as one goes, sends, puts the server's errors beside
 * their fields and keeps every word when something goes wrong. Sending again after a lost connection repeats the
 * same intent.
 */
export function useEndpointForm<E extends Endpoint, Values extends object>(
  endpoint: E,
  { initial, params, ifMatch, toBody, verbatim = [], draft, onDone }: FormOptions<E, Values>,
): EndpointForm<Values> {
  const { i18n } = useLingui();
  const client = useQueryClient();
  const [intent] = useState(newIntent);
  const [kept] = useState(() => (draft ? readDraft(draft) : null));
  const [values, setValues] = useState<Values>({ ...initial, ...kept });
  const [changed, setChanged] = useState(kept !== null);
  const [errors, setErrors] = useState<ErrorsByField>({});
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const [submitting, setSubmitting] = useState(false);
  const [refusals, setRefusals] = useState(0);
  // A field may be changed and left within one event, before the next drawing knows.
  const latest = useRef(values);
  // Who has not come to a field yet is not told that it is empty.
  const touched = useRef(new Set<string>());
  useDraft(draft, values, changed);

  function bodyOf(): object {
    const said = Object(toBody ? toBody(latest.current) : latest.current);
    const literal = verbatim.filter((name) => name in said).map((name) => [name, said[name]]);
    return { ...Object(bodyFrom(said)), ...Object.fromEntries(literal) };
  }

  function take(next: Values) {
    latest.current = next;
    setValues(next);
  }

  function check(): ErrorsByField {
    const checked = endpoint.body.safeParse(bodyOf(), { reportInput: true });
    return checked.success ? {} : errorsFrom(checked.error.issues, i18n);
  }

  function change(wanted: Partial<Values>) {
    take({ ...latest.current, ...wanted });
    for (const name of Object.keys(wanted)) touched.current.add(name);
    setErrors((before) => without(before, Object.keys(wanted)));
    setChanged(true);
  }

  function refuse(wrong: ErrorsByField) {
    setErrors(wrong);
    setRefusals((before) => before + 1);
  }

  async function submit(event?: SyntheticEvent) {
    event?.preventDefault();
    const wrong = check();
    if (Object.keys(wrong).length > 0) return refuse(wrong);
    setSubmitting(true);
    setProblem(null);
    const request: LooseOptions = { params, body: bodyOf(), ifMatch };
    try {
      const idempotencyKey = endpoint.idempotencyKey ? intent.keyFor(request) : undefined;
      const answer: ResponseOf<E> = await send(endpoint, { ...request, idempotencyKey });
      intent.answered(endpoint.status);
      if (draft) dropDraft(draft);
      setChanged(false);
      onDone?.(answer);
      await refreshAll(client);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      intent.answered(error.status);
      const said = error.errors.map((one) => ({ ...one, message: inReadersWords(one.message, i18n) }));
      const { byField, others } = spreadErrors(said, Object.keys(initial));
      refuse(byField);
      if (error.errors.length === 0 || others.length > 0) setProblem(error);
    } finally {
      setSubmitting(false);
    }
  }

  return {
    values,
    field: (name) => ({
      name,
      value: values[name],
      onChange: (value) => change(only(name, value)),
      onBlur: () => {
        const wrong = touched.current.has(name) ? errorAt(check(), name) : undefined;
        setErrors((before) => (wrong ? { ...before, [name]: wrong } : without(before, [name])));
      },
      error: errorAt(errors, name),
      optional: mayBeLeftOut(endpoint.body, name),
    }),
    set: change,
    errorAt: (path) => errorAt(errors, path),
    submit: (event) => void submit(event),
    submitting,
    refusals,
    problem,
    changed,
    fromDraft: kept !== null && changed,
    reset: () => {
      if (draft) dropDraft(draft);
      take(initial);
      setChanged(false);
      setErrors({});
      setProblem(null);
    },
  };
}

function only<Values, Name extends keyof Values>(name: Name, value: Values[Name]): Partial<Values> {
  const part: Partial<Values> = {};
  part[name] = value;
  return part;
}
