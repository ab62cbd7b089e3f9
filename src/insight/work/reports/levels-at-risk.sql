-- Partners that were warned that the next review would take their level, while that review is not decided.
select count(distinct (w.program_id, w.partner_id))::int as count, (min(w.warned_at) at time zone :zone::text)::date as since,
  null::date as period, null::bigint as amount_minor,
  case when count(distinct w.program_id) = 1 then (array_agg(w.program_id))[1] end as record_id
from tier_warning w
where w.vendor_id = :vendor::uuid and w.in_force_from > :today::date
  and not exists (
    select from tier_review r
    where r.vendor_id = w.vendor_id and r.program_id = w.program_id and r.review_on >= w.review_on
  )
