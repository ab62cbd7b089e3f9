-- Up Migration

-- Deals won are counted for every sale that was won, not only where a registration came before it.
delete from fact where kind = 'deals_won';
insert into fact (vendor_id, id, partner_id, kind, counts_on, amount_minor, country, source_kind, source_id, import_id)
  select o.vendor_id, app.next_id(), o.owner_partner_id, 'deals_won', o.closed_on, 1000,
    case when a.country ~ '^[A-Z]{2}$' then a.country end, 'win', w.id, w.import_id
  from win w join opportunity o on o.vendor_id = w.vendor_id and o.id = w.opportunity_id
  left join account a on a.vendor_id = o.vendor_id and a.id = o.account_id
  where o.meaning = 'won' and w.reversed_at is null and o.owner_partner_id is not null and o.closed_on is not null;
