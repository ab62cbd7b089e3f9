-- Up Migration

/*
 * An override that is approved after its first day holds from the day of its approval, in the vendor's time zone: what
 * was computed before stands. That day is written when it is approved, so that everything that reads overrides, also
 * over history, reads the same.
 */

alter table program_override add column holds_from date;

-- Whoever owns the tables is bound by their policies, too, which show nobody all vendors at once.
alter table program_override no force row level security;
alter table vendor no force row level security;
update program_override o
  set holds_from = greatest(o.effective_from,
    least((o.decided_at at time zone v.timezone)::date, coalesce(o.ended_on, o.effective_until - 1)))
  from vendor v
  where v.vendor_id = o.vendor_id and o.state = 'approved';
alter table program_override force row level security;
alter table vendor force row level security;

alter table program_override
  add constraint program_override_holds check ((state = 'approved') = (holds_from is not null)
    and holds_from >= effective_from and holds_from < effective_until and (ended_on is null or ended_on >= holds_from)),
  drop constraint program_override_one_at_a_time,
  add constraint program_override_one_at_a_time exclude using gist (vendor_id with =, program_id with =, scope_kind with =,
    scope_key with =, parameter with =,
    daterange(coalesce(holds_from, effective_from), coalesce(ended_on, effective_until)) with &&)
    where (state in ('proposed', 'approved'));
grant update (holds_from) on program_override to hanse_vendor;
