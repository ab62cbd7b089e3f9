-- What a partner and each of those below it have open, and what they won in this quarter and the last.
select p.id, p.name,
  count(o.id) filter (where o.meaning = 'open')::int as open_count,
  coalesce(sum(o.value_minor) filter (where o.meaning = 'open'), 0)::bigint as open_minor,
  coalesce(sum(o.value_minor - w.reversed_minor) filter (where o.closed_on >= :now_from::date), 0)::bigint as now_minor,
  count(o.id) filter (where o.closed_on >= :now_from::date)::int as now_deals,
  coalesce(sum(o.value_minor - w.reversed_minor) filter (where o.closed_on < :now_from::date), 0)::bigint as last_minor
from partner p
left join opportunity o on o.vendor_id = p.vendor_id and o.owner_partner_id = p.id and o.currency = :currency::text
  and (o.meaning = 'open' or (o.meaning = 'won' and o.closed_on >= :last_from::date and o.closed_on < :until::date))
left join win w on w.vendor_id = o.vendor_id and w.opportunity_id = o.id and w.reversed_at is null
where p.vendor_id = :vendor::uuid and p.id = any (:partners::uuid[])
group by p.id, p.name
order by coalesce(sum(o.value_minor - w.reversed_minor) filter (where o.closed_on >= :now_from::date), 0) desc, p.name, p.id

