import type { MoneyJson } from "#platform/http/wire.ts";
import type { DealDetail } from "../contract.ts";

/** A product of the form. Until somebody types an amount of their own, it is the list price, which the server says. */
export interface LineValue {
  key: number;
  productId: string;
  name: string;
  quantity: number | string;
  amount: MoneyJson;
  own: boolean;
}

/** What the form of a registration holds, under the names that the endpoint gives it. */
export interface DealValues {
  partnerId: string;
  reason: string;
  customerName: string;
  customerWebsite: string;
  customerCountry: string;
  customerTaxId: string;
  customerCrmId: string;
  contactName: string;
  contactEmail: string;
  contactTitle: string;
  contactNoticeVersion: number | null;
  role: string;
  project: string;
  salesStage: string;
  source: string;
  expectedCloseOn: string;
  distributorId: string;
  tenderPublishedOn: string;
  note: string;
  lines: readonly LineValue[];
}

export function emptyLine(key: number, currency: string): LineValue {
  return { key, productId: "", name: "", quantity: 1, amount: { amount: "", currency }, own: false };
}

/** The form of a registration as it stands, or of a new one: it sells, and has one line to fill. */
export function valuesOf(deal: DealDetail | null, currency: string): DealValues {
  const lines = deal?.lines ?? [];
  return {
    partnerId: deal?.partner.id ?? "",
    reason: deal?.onBehalfReason ?? "",
    customerName: deal?.customer.name ?? "",
    customerWebsite: deal?.customer.website ?? "",
    customerCountry: deal?.customer.country ?? "",
    customerTaxId: deal?.customer.taxId ?? "",
    customerCrmId: deal?.customer.crmId ?? "",
    contactName: deal?.contact.name ?? "",
    contactEmail: deal?.contact.email ?? "",
    contactTitle: deal?.contact.title ?? "",
    contactNoticeVersion: deal?.contact.noticeVersion ?? null,
    role: deal?.role ?? "sells",
    project: deal?.project ?? "",
    salesStage: deal?.salesStage?.key ?? "",
    source: deal?.source ?? "",
    expectedCloseOn: deal?.expectedCloseOn ?? "",
    distributorId: deal?.distributor?.id ?? "",
    tenderPublishedOn: deal?.tenderPublishedOn ?? "",
    note: deal?.note ?? "",
    lines:
      lines.length === 0
        ? [emptyLine(0, currency)]
        : lines.map((line, index) => ({
            key: index,
            productId: line.product.id,
            name: line.product.name,
            quantity: line.quantity,
            amount: line.amount ?? { amount: "", currency },
            own: line.amount !== null && !line.listed,
          })),
  };
}

/** What the form says as a change: what is left empty is taken away, and a line without a product is none yet. */
export function contentOf(values: DealValues): Record<string, unknown> {
  const { partnerId: _, reason: __, role, project, lines, contactNoticeVersion, ...texts } = values;
  const hasContact = values.contactName.trim() !== "" || values.contactEmail.trim() !== "";
  const said = Object.entries(texts).map(([name, text]) => [name, text.trim() === "" ? null : text.trim()]);
  return {
    ...Object.fromEntries(said),
    role,
    project: project.trim(),
    contactNoticeVersion: hasContact ? contactNoticeVersion : null,
    lines: lines
      .filter((line) => line.productId !== "")
      .map(({ productId, quantity, amount, own }) => ({
        productId,
        ...(quantity !== "" && { quantity: Number(quantity) }),
        ...(own && amount.amount.trim() !== "" && { amount }),
      })),
  };
}

/** The amounts that the server found for lines at which nobody typed one. */
export function withListPrices(values: DealValues, saved: DealDetail): DealValues {
  const filled = values.lines.filter((line) => line.productId !== "");
  const lines = values.lines.map((line) => {
    const answer = saved.lines[filled.indexOf(line)];
    const same = answer !== undefined && answer.product.id === line.productId && !line.own;
    return same ? { ...line, amount: { ...line.amount, amount: answer.amount?.amount ?? "" } } : line;
  });
  return { ...values, lines };
}

/** What was changed of it, so that an amendment says no more than it is. */
export function changedContent(before: DealValues, after: DealValues): Record<string, unknown> {
  const [old, now] = [contentOf(before), contentOf(after)];
  return Object.fromEntries(
    Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name])),
  );
}
