-- Our touchpoints that the vendor contests and about which it can be asked once more.
select count(*)::int as count, (min(t.decided_at) at time zone :zone::text)::date as since, null::date as period,
  null::bigint as amount_minor, case when count(*) = 1 then (array_agg(t.id))[1] end as record_id
from touchpoint t
where t.vendor_id = :vendor::uuid and t.partner_id = :partner::uuid and t.state = 'contested' and t.asked_again_at is null
