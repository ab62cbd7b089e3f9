-- Up Migration

/*
 * What people are told, each for themselves: in the portal, and by mail where a server is set. A notice says no more than
 * its reader may see of what it is about; nobody reads another's.
 */

create table notice (
  vendor_id uuid not null,
  id uuid not null,
  membership_id uuid not null,
  -- What happened. Once for each person, whatever runs twice.
  event_id uuid not null,
  kind text not null check (char_length(kind) between 1 and 100),
  -- What people choose by whether a mail is sent too.
  topic text not null check (char_length(topic) between 1 and 100),
  severity text not null check (severity in ('info', 'good', 'warn', 'act')),
  -- The page on which it is dealt with.
  link text not null check (link ~ '^/[^/]' and char_length(link) <= 500),
  -- The values of its words, which are made in the reader's language.
  said jsonb not null,
  occurred_at timestamptz not null,
  read_at timestamptz,
  primary key (vendor_id, id),
  unique (vendor_id, membership_id, event_id),
  foreign key (vendor_id, membership_id) references membership,
  foreign key (vendor_id, event_id) references event
);
create index on notice (vendor_id, membership_id, occurred_at desc, id desc);
create index on notice (vendor_id, membership_id, occurred_at desc, id desc) where read_at is null;
create index on notice (vendor_id, occurred_at);
call app.tenant_table('notice',
  vendor => 'select, update (read_at)', vendor_when => 'membership_id = app.membership()',
  seller => 'select, update (read_at)', seller_when => 'membership_id = app.membership()',
  partner => 'select, update (read_at)', partner_when => 'membership_id = app.membership()',
  job => 'select, insert, update (read_at), delete');

-- The mail of a notice, until the mail server has taken it or it is given up.
create table notice_mail (
  vendor_id uuid not null,
  notice_id uuid not null,
  state text not null check (state in ('queued', 'sent', 'failed')),
  attempts integer not null default 0 check (attempts >= 0),
  queued_at timestamptz not null,
  -- Also how long whoever sends it just now has it for itself.
  next_try_at timestamptz,
  sent_at timestamptz,
  last_error text check (char_length(last_error) between 1 and 500),
  primary key (vendor_id, notice_id),
  foreign key (vendor_id, notice_id) references notice on delete cascade,
  check ((state = 'queued') = (next_try_at is not null)),
  check ((state = 'sent') = (sent_at is not null))
);
create index on notice_mail (vendor_id, next_try_at, notice_id) where state = 'queued';
call app.tenant_table('notice_mail', job => 'select, insert, update, delete');

-- What somebody chose; without a row it is as the topic has it.
create table notice_preference (
  vendor_id uuid not null,
  membership_id uuid not null,
  topic text not null check (char_length(topic) between 1 and 100),
  by_mail boolean not null,
  primary key (vendor_id, membership_id, topic),
  foreign key (vendor_id, membership_id) references membership
);
call app.tenant_table('notice_preference',
  vendor => 'select, insert, update', vendor_when => 'membership_id = app.membership()',
  seller => 'select, insert, update', seller_when => 'membership_id = app.membership()',
  partner => 'select, insert, update', partner_when => 'membership_id = app.membership()',
  job => 'select');

-- An address to which no mail arrives, and what the mail server said of it. No further one is sent until somebody asks.
alter table membership
  add column mail_failing_since timestamptz,
  add column mail_failure text check (char_length(mail_failure) between 1 and 500),
  add check ((mail_failing_since is null) = (mail_failure is null));
grant update (mail_failing_since, mail_failure) on membership to hanse_job, hanse_seller;

-- What the clock has told of a registration, once for each date that it is about: an extension makes a new date.
create table registration_reminder (
  vendor_id uuid not null,
  registration_id uuid not null,
  kind text not null check (kind in ('protection-ends', 'answer-owed', 'due-soon', 'overdue', 'escalated')),
  -- So many days before, or which of the vendor's clocks; a question has one alone.
  of text not null check (of in ('answer', 'decision', 'question') or of ~ '^\d{1,3}$'),
  about timestamptz not null,
  told_at timestamptz not null,
  -- From when on what is overdue goes to the administrators.
  escalates_at timestamptz,
  primary key (vendor_id, registration_id, kind, of, about),
  foreign key (vendor_id, registration_id) references registration,
  check ((kind = 'overdue') = (escalates_at is not null))
);
create index on registration (vendor_id, answer_due_at) where answer_due_at is not null;
call app.tenant_table('registration_reminder', job => 'select, insert');
