-- Plans with a draft that nobody has published yet.
select count(*)::int as count, (min(edited_at) at time zone :zone::text)::date as since, null::date as period, null::bigint as amount_minor,
  case when count(*) = 1 then (array_agg(plan_id))[1] end as record_id
from plan_draft
where vendor_id = :vendor::uuid
