import type { Tx } from "#platform/database/tx.ts";
import { record } from "#platform/events/record.ts";
import type { BodyOf } from "#platform/http/endpoint.ts";
import { fromPublicId, newId, toPublicId } from "#platform/ids.ts";
import { conflict, notFound } from "#platform/problem.ts";
import { kindsOf } from "../../facts/index.ts";
import { putTexts } from "../../texts/index.ts";
import { checkTerms } from "../asked.ts";
import { type createSpecialization, events, type Specialization, type Terms } from "../contract.ts";
import { textsOf } from "../texts.ts";
import { textsRef } from "../texts-ref.ts";
import { presentSpecialization } from "./present.ts";
import * as store from "./store.ts";

/** Defines a specialization with its first version. @throws Problem 409 `key-taken`, 422 `invalid-specialization` */
export async function create(
  tx: Tx,
  { key, ...terms }: BodyOf<typeof createSpecialization>,
): Promise<Specialization> {
  checkTerms(terms, await kindsOf(tx));
  const id = newId();
  if (!(await store.insertSpecialization(tx, id, key)))
    throw conflict("key-taken", `Another specialization has the key "${key}". Choose another one.`);
  return publishVersion(tx, id, terms);
}

/** Publishes the next version; the ones before stay as they are. @throws Problem 404, 422 `invalid-specialization` */
export async function publish(tx: Tx, publicId: string, terms: Terms): Promise<Specialization> {
  const { specialization_id } = await loadCurrent(tx, publicId);
  checkTerms(terms, await kindsOf(tx));
  await store.lock(tx, specialization_id);
  return publishVersion(tx, specialization_id, terms);
}

async function publishVersion(tx: Tx, id: string, terms: Terms): Promise<Specialization> {
  const version = await store.insertVersion(tx, id, terms);
  const publicId = toPublicId("spz", id);
  const place = { ref: textsRef(publicId), link: `/specializations/${publicId}` };
  await putTexts(tx, place, textsOf(terms));
  await record(
    tx,
    events.specializationPublished,
    { subject: { kind: "specialization", id } },
    { label: terms.label, version },
  );
  const row = await store.findCurrent(tx, id);
  if (row === null) throw notFound("specialization");
  return presentSpecialization(row);
}

/** @throws Problem 404 */
export async function loadCurrent(tx: Tx, publicId: string): Promise<store.VersionRow> {
  const row = await store.findCurrent(tx, fromPublicId("spz", publicId, "specialization"));
  if (row === null) throw notFound("specialization");
  return row;
}
