-- What was won, by the month of the close, less what was taken back: all of the vendor's, or one seller's own.
select date_trunc('month', o.closed_on)::date as period, sum(o.value_minor - w.reversed_minor)::bigint as won_minor, count(*)::int as deals
from opportunity o join win w on w.vendor_id = o.vendor_id and w.opportunity_id = o.id and w.reversed_at is null
where o.vendor_id = :vendor::uuid and o.currency = :currency::text and o.meaning = 'won'
  and o.closed_on >= :from::date and o.closed_on < :until::date
  and (:seller::uuid is null or o.seller_id = :seller::uuid)
group by 1 order by 1
