-- Open deals of a partner and of those below it, those first that should close first; beside each row what all come to.
select o.id, o.name, a.name as account_name, o.owner_partner_id as partner_id, p.name as partner_name, s.key as stage_key, s.label as stage_label,
  o.value_minor, o.expected_close_on, o.engaged_on,
  (count(*) over ())::int as open_count, (sum(o.value_minor) over ())::bigint as open_minor,
  (count(*) filter (where o.expected_close_on < :today::date) over ())::int as overdue_count
from opportunity o
join opportunity_stage s on s.vendor_id = o.vendor_id and s.key = o.stage
join partner p on p.vendor_id = o.vendor_id and p.id = o.owner_partner_id
left join partner_account a on a.vendor_id = o.vendor_id and a.partner_id = o.owner_partner_id and a.account_id = o.account_id
where o.vendor_id = :vendor::uuid and o.currency = :currency::text and o.owner_partner_id = any (:partners::uuid[]) and o.meaning = 'open'
order by o.expected_close_on nulls last, o.engaged_on nulls last, o.id
limit :limit::int
