-- How many registrations were answered and decided in each month, how many of them in time, and in how many business
-- minutes: of all partners, or of one's own. A revocation is a later decision and none of these.
with given as (
  select 'answers' as clock, d.answered_at as at, d.answer_minutes as minutes, d.answer_late_minutes as late
  from registration d
  where d.vendor_id = :vendor::uuid and d.answer_minutes is not null
    and (:partners::uuid[] is null or d.partner_id = any (:partners::uuid[]))
  union all
  select 'decisions', coalesce(d.protected_from, d.decided_at), d.decision_minutes, d.decision_late_minutes
  from registration d
  where d.vendor_id = :vendor::uuid and d.decision_minutes is not null
    and (:partners::uuid[] is null or d.partner_id = any (:partners::uuid[]))
)
select to_char(at at time zone :zone::text, 'YYYY-MM') as period, clock, count(*)::int as count,
  (count(*) filter (where late is null))::int as in_time,
  percentile_cont(0.5) within group (order by minutes) as median_minutes,
  percentile_cont(0.9) within group (order by minutes) as most_minutes
from given
where at >= (:from::date)::timestamp at time zone :zone::text
group by 1, 2
