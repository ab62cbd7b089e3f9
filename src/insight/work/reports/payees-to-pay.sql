-- Payees of released batches whose payment nobody has recorded yet.
select count(*)::int as count, (min(b.released_at) at time zone :zone::text)::date as since, null::date as period,
  sum(p.amount_minor)::bigint as amount_minor, case when count(distinct b.id) = 1 then (array_agg(b.id))[1] end as record_id
from payout p join payout_batch b on b.vendor_id = p.vendor_id and b.id = p.batch_id
where p.vendor_id = :vendor::uuid and p.currency = :currency::text and p.state = 'released'
