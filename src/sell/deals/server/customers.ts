import { sql } from "kysely";
import { rows, type Tx } from "#platform/database/tx.ts";
import { containing } from "#platform/http/list.ts";
import type { KnownCustomer } from "../contract.ts";

const maxSuggestions = 8;

interface FoundRow {
  name: string;
  country: string | null;
  website: string | null;
  tax_id: string | null;
  crm_id: string | null;
  contact_name: string | null;
  contact_email: string | null;
  contact_title: string | null;
  contact_notice_version: number | null;
}

/**
 * Customers that a partner knows: those it registered itself, as it described them last, and the accounts that it was
 * shown. Of nobody else's, so it tells nothing of what others registered.
 */
export async function customersOf(
  tx: Tx,
  partnerId: string | null,
  search: string,
): Promise<KnownCustomer[]> {
  if (partnerId === null || search.trim() === "") return [];
  const pattern = containing(search.trim());
  const found = await rows(
    tx,
    sql<FoundRow>`
      with registered as (
        select distinct on (app.name_key(d.customer_name)) d.customer_name as name, d.customer_country as country,
          d.customer_website as website, d.customer_tax_id as tax_id, d.customer_crm_id as crm_id, d.contact_name,
          d.contact_email, d.contact_title, d.contact_notice_version
        from registration d
        where d.vendor_id = ${tx.vendorId} and d.partner_id = ${partnerId} and d.state <> 'draft'
          and d.customer_name ilike ${pattern}
        order by app.name_key(d.customer_name), d.submitted_at desc
      ), shown as (
        select distinct on (app.name_key(a.name)) a.name, a.country, null, null, null, null, null, null, null::integer
        from partner_account a
        where a.vendor_id = ${tx.vendorId} and a.partner_id = ${partnerId} and a.name ilike ${pattern}
          and app.name_key(a.name) not in (select app.name_key(name) from registered)
        order by app.name_key(a.name), a.account_id
      )
      (select * from registered order by name limit ${maxSuggestions})
      union all
      (select * from shown order by name limit ${maxSuggestions})
      limit ${maxSuggestions}`,
  );
  return found.map((row) => ({
    name: row.name,
    country: row.country,
    website: row.website,
    taxId: row.tax_id,
    crmId: row.crm_id,
    contact:
      row.contact_name === null && row.contact_email === null
        ? null
        : {
            name: row.contact_name,
            email: row.contact_email,
            title: row.contact_title,
            noticeVersion: row.contact_notice_version,
          },
  }));
}
