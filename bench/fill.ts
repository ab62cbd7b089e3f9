import type { BenchInstallation } from "./installation.ts";

const agents = 2_000;
const masters = 100;

interface Filling {
  wins: number;
  /** `YYYY-MM` in which all are won. */
  month: string;
}

/** Agents, masters, products and won opportunities of one month, made inside the database. */
export async function fillWins({ admin, vendorId }: BenchInstallation, filling: Filling): Promise<void> {
  const { wins, month } = filling;
  const statements = [
    `insert into partner (vendor_id, id, name) select $1, md5('partner' || i)::uuid, 'Agent ' || i from generate_series(0, ${agents - 1}) i`,
    `insert into partner_edge (vendor_id, id, kind, parent_id, child_id, effective_from)
      select $1, md5('edge' || i)::uuid, 'master of', md5('partner' || (i % ${masters}))::uuid, md5('partner' || i)::uuid, '2020-01-01' from generate_series(${masters}, ${agents - 1}) i`,
    `insert into product (vendor_id, id, name, series, currency)
      select $1, md5('product' || i)::uuid, 'Product ' || i, (array['GTX', 'MG', 'GTK'])[1 + i % 3], 'USD' from generate_series(0, 6) i`,
    `insert into opportunity (vendor_id, id, name, owner_partner_id, stage, meaning, value_minor, currency, closed_on, pay_basis, pay_basis_reason)
      select $1, md5('opportunity' || i)::uuid, 'Order ' || i, md5('partner' || (i % ${agents}))::uuid, 'won', 'won', 1000 + (i * 7919) % 900000, 'USD',
        date '${month}-01' + (i % 28), 'opening-import', 'Bench' from generate_series(1, ${wins}) i`,
    `insert into opportunity_line (vendor_id, opportunity_id, line_no, owner_partner_id, product_id, amount_minor)
      select $1, o.id, 1, o.owner_partner_id, md5('product' || (o.value_minor % 7))::uuid, o.value_minor from opportunity o`,
    `insert into win (vendor_id, id, opportunity_id, n) select $1, app.next_id(), id, 1 from opportunity`,
    `insert into fact (vendor_id, id, partner_id, kind, counts_on, amount_minor, currency, source_kind, source_id)
      select $1, app.next_id(), md5('partner' || i)::uuid, 'won_value', date '${month}-15' - interval '4 months', 3000000 + (i % 3) * 4500000, 'USD', 'win', app.next_id() from generate_series(0, ${agents - 1}) i`,
  ];
  for (const statement of statements) await admin.query(statement, [vendorId]);
  await admin.query("vacuum analyze");
}
