-- What was won in the first days of this quarter, and in as many days of the quarter before.
select coalesce(sum(o.value_minor - w.reversed_minor) filter (where o.closed_on >= :from::date), 0)::bigint as won_minor,
  count(*) filter (where o.closed_on >= :from::date)::int as deals,
  coalesce(sum(o.value_minor - w.reversed_minor) filter (where o.closed_on < :before_until::date), 0)::bigint as before_minor,
  count(*) filter (where o.closed_on < :before_until::date)::int as before_deals
from opportunity o join win w on w.vendor_id = o.vendor_id and w.opportunity_id = o.id and w.reversed_at is null
where o.vendor_id = :vendor::uuid and o.currency = :currency::text and o.meaning = 'won'
  and o.closed_on >= :before_from::date and o.closed_on < :until::date
  and (:seller::uuid is null or o.seller_id = :seller::uuid)
