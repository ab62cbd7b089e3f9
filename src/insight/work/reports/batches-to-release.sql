-- Payout batches that somebody else has made; who made one cannot release it.
select count(distinct b.id)::int as count, (min(b.made_at) at time zone :zone::text)::date as since, null::date as period,
  sum(p.amount_minor)::bigint as amount_minor, case when count(distinct b.id) = 1 then (array_agg(b.id))[1] end as record_id
from payout_batch b join payout p on p.vendor_id = b.vendor_id and p.batch_id = b.id
where b.vendor_id = :vendor::uuid and b.currency = :currency::text and b.state = 'made' and b.made_by <> :membership::uuid
