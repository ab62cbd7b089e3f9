-- Splits of a sale's pay credit that wait for our signature.
select count(*)::int as count, (min(p.proposed_at) at time zone :zone::text)::date as since, null::date as period,
  null::bigint as amount_minor, case when count(*) = 1 then (array_agg(p.id))[1] end as record_id
from pay_split p
join pay_split_share s on s.vendor_id = p.vendor_id and s.split_id = p.id and s.partner_id = :partner::uuid and s.signed_at is null
where p.vendor_id = :vendor::uuid and p.state = 'open'
