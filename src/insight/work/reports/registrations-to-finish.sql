-- Drafts of registrations that we began and did not submit.
select count(*)::int as count, (min(d.updated_at) at time zone :zone::text)::date as since, null::date as period,
  sum(d.value_minor) filter (where d.currency = :currency::text)::bigint as amount_minor,
  case when count(*) = 1 then (array_agg(d.id))[1] end as record_id
from registration d
where d.vendor_id = :vendor::uuid and d.partner_id = :partner::uuid and d.state = 'draft'
