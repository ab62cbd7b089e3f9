-- Registrations that the vendor has to decide, and those of them for which an answer is owed longer than was promised.
-- What is decided counts as owed until it is told, on both sides alike.
select count(*)::int as waiting,
  (count(*) filter (where least(d.answer_due_at, d.decision_due_at) < :now::timestamptz))::int as overdue
from registration d
where d.vendor_id = :vendor::uuid and d.state in ('submitted', 'in-review')
  and (:partners::uuid[] is null or d.partner_id = any (:partners::uuid[]))
