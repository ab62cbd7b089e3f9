import { Trans, useLingui } from "@lingui/react/macro";
import { listPriceIn, listProducts } from "#ecosystem/products/contract.ts";
import { parseMoney, toJson } from "#platform/money/money.ts";
import { useEndpoint } from "#ui/api/query.ts";
import { Section } from "#ui/page/Section.tsx";
import type { Column } from "#ui/table/column.ts";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { Share } from "#ui/text/Figure.tsx";
import { Money } from "#ui/text/Money.tsx";
import { outlookOf, ownRates } from "../outlook.ts";
import { getPlan, listPlans, type PlanVersionJson } from "../wire.ts";
import { useOwnLevel } from "./useOwnLevel.ts";

/** What is sold with an open deal. */
interface Wanted {
  product: { id: string; name: string; series: string };
  quantity: number;
}

interface WouldEarnProps {
  lines: readonly Wanted[];
}

/** What an open deal of one's own would earn, by each plan that pays for it. */
export function WouldEarn({ lines }: WouldEarnProps) {
  const plans = useEndpoint(listPlans, { query: { limit: 20 } });
  return plans.data?.items.map(({ id }) => <ByPlan key={id} planId={id} lines={lines} />);
}

function ByPlan({ planId, lines }: WouldEarnProps & { planId: string }) {
  const plan = useEndpoint(getPlan, { params: { planId } });
  const version = plan.data?.versions[0];
  return version ? <Outlook name={plan.data?.name ?? ""} version={version} lines={lines} /> : null;
}

interface Row {
  key: string;
  what: string;
  label: string;
  rate: string;
  price: ReturnType<typeof toJson> | null;
  earns: ReturnType<typeof toJson> | null;
}

function Outlook({ name, version, lines }: WouldEarnProps & { name: string; version: PlanVersionJson }) {
  const { t } = useLingui();
  const level = useOwnLevel();
  const rows = useRows(version, lines, level);
  if (rows.length === 0) return null;
  const columns: readonly Column<Row>[] = [
    { id: "what", header: t`Product`, card: "title", cell: (row) => row.what },
    { id: "label", header: t`Line`, width: 170, cell: (row) => row.label },
    {
      id: "rate",
      header: t`Your rate`,
      align: "end",
      width: 110,
      cell: (row) => <Share value={row.rate} digits={6} />,
    },
    {
      id: "price",
      header: t`List price`,
      align: "end",
      width: 130,
      cell: (row) => row.price && <Money value={row.price} />,
    },
    {
      id: "earns",
      header: t`Would earn`,
      align: "end",
      width: 140,
      card: "amount",
      cell: (row) => row.earns && <Money value={row.earns} />,
    },
  ];
  return (
    <Section
      title={t`What it would earn`}
      note={
        level ? (
          <Trans>
            By {name} at list price and at {level}, your tier of this quarter. The value and the tier on the
            day of close decide.
          </Trans>
        ) : (
          <Trans>By {name} at list price. The value on the day of close decides.</Trans>
        )
      }
      flush
    >
      <RowsTable label={t`What it would earn`} rows={rows} columns={columns} rowKey={(row) => row.key} />
    </Section>
  );
}

function useRows(
  { rules, program }: PlanVersionJson,
  lines: readonly Wanted[],
  level: string | undefined,
): Row[] {
  const products = useEndpoint(listProducts, { query: { limit: 200 } });
  const ladders = program ? [program.ladder] : [];
  return lines.flatMap(({ product, quantity }) => {
    const listed = products.data?.items.find(({ id }) => id === product.id);
    const price = listed ? listPriceIn(listed, rules.currency) : null;
    return ownRates(rules, ladders, product.series, level).map(({ label, rate }) => ({
      key: `${product.id} ${label}`,
      what: quantity === 1 ? product.name : `${quantity} × ${product.name}`,
      label,
      rate,
      price,
      earns: price && toJson(outlookOf(parseMoney(price), quantity, rate)),
    }));
  });
}
