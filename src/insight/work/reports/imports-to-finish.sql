-- Files that were uploaded and neither taken over nor discarded, and those that failed.
select count(*)::int as count, (min(created_at) at time zone :zone::text)::date as since, null::date as period, null::bigint as amount_minor,
  case when count(*) = 1 then (array_agg(id))[1] end as record_id
from import
where vendor_id = :vendor::uuid and state in ('uploaded', 'mapped', 'checked', 'failed')
