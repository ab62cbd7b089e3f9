-- Up Migration

/*
 * Deal registration: what a partner asks to be protected on, the claims that it makes, and what is decided. What one
 * partner claims is no other partner's to see, so claims and decisions are the vendor's alone until a person is told.
 */

-- Who a customer is --------------------------------------------------------------------------------------------------

/*
 * What two spellings of one company's name have in common: lower case, without accents, punctuation and legal form.
 * The same in every collation: letters are folded by tables of our own. Scripts without a table are kept as they are.
 */
create function app.name_key(name text) returns text language sql immutable strict parallel safe as $$
  with spelt as (
    select translate(
      replace(replace(replace(replace(replace(replace(replace(replace(name,
        'ß', 'ss'), 'ẞ', 'ss'), 'æ', 'ae'), 'Æ', 'ae'), 'œ', 'oe'), 'Œ', 'oe'), 'þ', 'th'), 'Þ', 'th'),
      'øØłŁđĐðÐı', 'oollddddi') as words
  ), folded as (
    select translate(
      regexp_replace(normalize(words, NFKD), '[\u0300-\u036f]', '', 'g'),
      'ABCDEFGHIJKLMNOPQRSTUVWXYZΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ',
      'abcdefghijklmnopqrstuvwxyzαβγδεζηθικλμνξοπρστυφχψωабвгдежзийклмнопрстуфхцчшщъыьэюя') as words
    from spelt
  ), joined as (
    -- "S.p.A." is one word, "Smith & Sons" three; an apostrophe parts nothing.
    select btrim(regexp_replace(regexp_replace(replace(words, '&', ' and '), '[.''`´‘’]', '', 'g'),
      '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f\uff00-\uff0f]+', ' ', 'g')) as words
    from folded
  ), bare as (
    select words, btrim(regexp_replace(regexp_replace(words, '^(the|die|la|le) ', ''),
      '( (and|und|et|co|company|cie|compagnie|inc|incorporated|corp|corporation|llc|llp|lp|ltd|limited|plc|gmbh|mbh|ggmbh|ag|kg|kgaa|ohg|ug|haftungsbeschrankt|se|sa|sas|sarl|spa|srl|sl|slu|bv|nv|ab|as|asa|aps|oy|oyj|kk|pty|pvt|pte|private|sdn|bhd|doo|dd|zrt|kft|nyrt|spzoo|zoo|sp z oo|ooo|oao|zao|ao|ооо|оао|зао|пао|ао|holding|holdings|group))+$', '')) as core
    from joined
  )
  select coalesce(nullif(core, ''), words) from bare
$$;

alter table account
  -- The registrable domain under which it is found: `example.co.uk`.
  add column domain text check (domain ~ '^[^\s/@]{1,253}$'),
  add column name_key text not null generated always as (app.name_key(name)) stored;
create index on account (vendor_id, name_key);
create index on account (vendor_id, domain) where domain is not null;

-- Accounts that the vendor keeps for itself, from the moment it says so.
create table named_account (
  vendor_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  -- Whom to ask.
  seller_id uuid,
  published_by uuid not null,
  published_at timestamptz not null,
  ended_at timestamptz,
  primary key (vendor_id, id),
  foreign key (vendor_id, account_id) references account,
  foreign key (vendor_id, seller_id) references membership,
  foreign key (vendor_id, published_by) references membership,
  check (ended_at > published_at)
);
create unique index named_account_alive on named_account (vendor_id, account_id) where ended_at is null;
call app.tenant_table('named_account', vendor => 'select, insert, update', seller => 'select', job => 'select, insert');

-- Rules of engagement: immutable versions, in force from the moment they are published.
create table engagement_rules (
  vendor_id uuid not null references vendor,
  id uuid not null,
  version integer not null check (version > 0),
  settings jsonb not null,
  -- What is new, in a sentence for the partners.
  note text check (char_length(note) between 1 and 1000),
  published_by uuid,
  published_at timestamptz not null,
  primary key (vendor_id, id),
  unique (vendor_id, version),
  foreign key (vendor_id, published_by) references membership
);
call app.tenant_table('engagement_rules', vendor => 'select, insert', seller => 'select', partner => 'select', job => 'select, insert');

-- Registrations ------------------------------------------------------------------------------------------------------

create table registration (
  vendor_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  -- Counted for each partner by itself, so that nobody learns how much the others do.
  number integer check (number > 0),
  state text not null check (state in ('draft', 'submitted', 'in-review', 'needs-information', 'approved', 'rejected',
    'withdrawn', 'expired', 'revoked', 'superseded', 'closed')),
  author_id uuid not null,
  -- Why a channel manager entered it in the partner's place.
  on_behalf_reason text check (char_length(on_behalf_reason) between 1 and 1000),
  -- The customer, as the partner describes it.
  customer_name text check (char_length(customer_name) between 1 and 400),
  customer_country text check (customer_country ~ '^[A-Z]{2}$'),
  -- As typed, and what of it names a company: none for a public mail host.
  customer_website text check (char_length(customer_website) between 1 and 400),
  customer_domain text check (customer_domain ~ '^[^\s/@]{1,253}$'),
  customer_tax_id text check (char_length(customer_tax_id) between 1 and 60),
  customer_crm_id text check (char_length(customer_crm_id) between 1 and 200),
  contact_name text check (char_length(contact_name) between 1 and 200),
  contact_email text check (char_length(contact_email) between 3 and 254),
  contact_title text check (char_length(contact_title) between 1 and 200),
  -- Version of the notice under which the contact's data were given.
  contact_notice_version integer check (contact_notice_version > 0),
  role text not null default 'sells' check (role in ('sells', 'refers', 'delivers', 'integrates', 'fulfils')),
  project text not null default '' check (char_length(project) <= 200),
  sales_stage text,
  source text check (source in ('own-prospecting', 'existing-customer', 'customer-request', 'vendor-lead', 'event', 'referral')),
  expected_close_on date,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  value_minor bigint check (value_minor >= 0 and value_minor <= 1000000000000000),
  distributor_id uuid,
  -- The day on which a public tender for it was published.
  tender_published_on date,
  note text check (char_length(note) between 1 and 4000),
  -- What was submitted: the canonical JSON that its receipt signs.
  submitted_at timestamptz,
  submitted_by uuid,
  receipt text,
  rules_id uuid,
  -- Clocks. A due time is empty while the clock stands: the partner has the ball, or it was met.
  answer_due_at timestamptz,
  decision_due_at timestamptz,
  answered_at timestamptz,
  -- What was left of the time to decide when the partner got the ball.
  decision_left_seconds integer check (decision_left_seconds >= 0),
  -- What the partner was told.
  decided_at timestamptz,
  decided_rules_id uuid,
  reason_key text,
  reason text check (char_length(reason) between 1 and 2000),
  benefit text check (char_length(benefit) between 1 and 1000),
  protection text check (protection in ('exclusive', 'preferred', 'open')),
  protected_series text[],
  protected_from timestamptz,
  protected_until timestamptz,
  opportunity_id uuid,
  closed_as text check (closed_as in ('won', 'lost')),
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (vendor_id, id),
  unique (vendor_id, partner_id, number),
  foreign key (vendor_id, partner_id) references partner,
  foreign key (vendor_id, author_id) references membership,
  foreign key (vendor_id, submitted_by) references membership,
  foreign key (vendor_id, distributor_id) references partner,
  foreign key (vendor_id, rules_id) references engagement_rules,
  foreign key (vendor_id, decided_rules_id) references engagement_rules,
  foreign key (vendor_id, opportunity_id) references opportunity,
  foreign key (vendor_id, sales_stage) references opportunity_stage,
  constraint registration_submitted_is_complete check (state in ('draft', 'withdrawn')
    or (number is not null and submitted_at is not null and submitted_by is not null and receipt is not null
      and rules_id is not null and customer_name is not null and customer_country is not null)),
  constraint registration_approved_is_protected check (state not in ('approved', 'expired', 'revoked', 'closed')
    or (protected_from is not null and protected_until > protected_from and opportunity_id is not null
      and cardinality(protected_series) > 0)),
  constraint registration_refusal_has_reason check (state not in ('rejected', 'revoked') or reason is not null),
  constraint registration_closed_as check ((state = 'closed') = (closed_as is not null))
);
create index on registration (vendor_id, partner_id, updated_at desc, id desc);
create index on registration (vendor_id, decision_due_at, id) where state in ('submitted', 'in-review', 'needs-information');
create index on registration (vendor_id, protected_until) where state = 'approved';
create unique index registration_of_opportunity on registration (vendor_id, opportunity_id)
  where state in ('approved', 'closed');
call app.tenant_table('registration',
  -- A draft is its partner's own: neither the vendor nor a master agent sees it, unless the vendor began it.
  vendor => 'select, insert, update, delete', vendor_when => $$state <> 'draft' or on_behalf_reason is not null$$,
  partner => $$select, insert, delete, update (number, state, customer_name, customer_country, customer_website,
    customer_domain, customer_tax_id, customer_crm_id, contact_name, contact_email, contact_title,
    contact_notice_version, role, project, sales_stage, source, expected_close_on, currency, value_minor,
    distributor_id, tender_published_on, note, submitted_at, submitted_by, receipt, rules_id, answer_due_at,
    decision_due_at, decision_left_seconds, version, updated_at)$$,
  partner_when => $$partner_id = any (app.own_partners()) 
    or ((state <> 'draft' or on_behalf_reason is not null) and partner_id = any (app.deal_partners()))$$,
  job => 'select, insert, update');

create table registration_line (
  vendor_id uuid not null,
  registration_id uuid not null,
  line_no integer not null check (line_no > 0),
  partner_id uuid not null,
  product_id uuid not null,
  quantity integer not null default 1 check (quantity > 0),
  amount_minor bigint check (amount_minor >= 0),
  primary key (vendor_id, registration_id, line_no),
  foreign key (vendor_id, registration_id) references registration on delete cascade,
  foreign key (vendor_id, product_id) references product
);
call app.tenant_table('registration_line',
  vendor => 'select, insert, delete',
  partner => 'select, insert, delete', partner_when => 'partner_id = any (app.deal_partners())',
  job => 'select, insert');

-- Proof that a partner adds: a proposal, an order, notes of a meeting.
create table registration_file (
  vendor_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  partner_id uuid not null,
  file_key text not null check (file_key ~ '^[0-9a-f]{32}$'),
  file_name text not null check (char_length(file_name) between 1 and 255),
  -- By its content, whatever its name says.
  content_type text not null check (char_length(content_type) between 3 and 100),
  file_bytes bigint not null check (file_bytes >= 0),
  file_sha256 bytea not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (vendor_id, id),
  foreign key (vendor_id, registration_id) references registration on delete cascade,
  foreign key (vendor_id, added_by) references membership
);
create index on registration_file (vendor_id, registration_id);
call app.tenant_table('registration_file',
  vendor => 'select, insert, delete',
  partner => 'select, insert, delete', partner_when => 'partner_id = any (app.deal_partners())',
  job => 'select');

-- What the vendor asked, and the answer. One is open at a time: then the partner has the ball.
create table registration_question (
  vendor_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  partner_id uuid not null,
  question text not null check (char_length(question) between 1 and 2000),
  asked_by uuid not null,
  asked_at timestamptz not null,
  -- Unanswered by then, the registration loses its place.
  due_at timestamptz not null,
  answer text check (char_length(answer) between 1 and 4000),
  answered_by uuid,
  answered_at timestamptz,
  primary key (vendor_id, id),
  foreign key (vendor_id, registration_id) references registration,
  foreign key (vendor_id, asked_by) references membership,
  foreign key (vendor_id, answered_by) references membership,
  check ((answer is null) = (answered_at is null))
);
create unique index registration_question_open on registration_question (vendor_id, registration_id) where answered_at is null;
call app.tenant_table('registration_question',
  vendor => 'select, insert',
  partner => 'select, update (answer, answered_by, answered_at)', partner_when => 'partner_id = any (app.deal_partners())',
  job => 'select');

-- More time that a partner asked for. One wait at a time.
create table registration_extension (
  vendor_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  partner_id uuid not null,
  reason text not null check (char_length(reason) between 1 and 2000),
  requested_by uuid not null,
  requested_at timestamptz not null,
  granted boolean,
  -- The new end, where it was granted.
  until timestamptz,
  decision_note text check (char_length(decision_note) between 1 and 2000),
  decided_by uuid,
  decided_at timestamptz,
  primary key (vendor_id, id),
  foreign key (vendor_id, registration_id) references registration,
  foreign key (vendor_id, requested_by) references membership,
  foreign key (vendor_id, decided_by) references membership,
  check ((granted is null) = (decided_at is null)),
  check ((until is not null) = (granted is true))
);
create unique index registration_extension_open on registration_extension (vendor_id, registration_id) where decided_at is null;
call app.tenant_table('registration_extension',
  vendor => 'select, insert, update (granted, until, decision_note, decided_by, decided_at)',
  partner => 'select, insert', partner_when => 'partner_id = any (app.deal_partners())',
  job => 'select');

-- What the partner says became of it; the vendor takes it over or not.
create table registration_outcome (
  vendor_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  partner_id uuid not null,
  outcome text not null check (outcome in ('won', 'lost')),
  value_minor bigint check (value_minor >= 0),
  closed_on date not null,
  reason text check (char_length(reason) between 1 and 1000),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  accepted boolean,
  decision_note text check (char_length(decision_note) between 1 and 2000),
  decided_by uuid,
  decided_at timestamptz,
  primary key (vendor_id, id),
  foreign key (vendor_id, registration_id) references registration,
  foreign key (vendor_id, proposed_by) references membership,
  foreign key (vendor_id, decided_by) references membership,
  check ((outcome = 'won') = (value_minor is not null)),
  check ((outcome = 'lost') = (reason is not null)),
  check ((accepted is null) = (decided_at is null))
);
create unique index registration_outcome_open on registration_outcome (vendor_id, registration_id) where decided_at is null;
call app.tenant_table('registration_outcome',
  vendor => 'select, insert, update (accepted, decision_note, decided_by, decided_at)',
  partner => 'select, insert', partner_when => 'partner_id = any (app.deal_partners())',
  job => 'select');

-- The vendor's own --------------------------------------------------------------------------------------------------

/*
 * What a registration asks for: one row for each key of its customer and series that it sells. All keys of a series
 * hold together or wait together. Who waits is next in the order in which they were received. No partner reads this.
 */
create sequence claim_received;
grant usage on sequence claim_received to hanse_job;
create table registration_claim (
  vendor_id uuid not null,
  registration_id uuid not null,
  series text not null,
  key_kind text not null check (key_kind in ('domain', 'name', 'tax-id', 'crm-id')),
  key text not null check (char_length(key) between 1 and 400),
  country text not null,
  project text not null,
  role text not null,
  state text not null check (state in ('holding', 'waiting', 'released')),
  received_no bigint not null,
  -- What holds ends here by itself, whether or not a job has said so: the end of protection, or of the time to answer.
  holds_until timestamptz,
  primary key (vendor_id, registration_id, series, key_kind, key),
  foreign key (vendor_id, registration_id) references registration
);
-- One winner: whatever the application does, no two hold the same.
create unique index registration_claim_slot on registration_claim (vendor_id, key_kind, key, series, country, project, role)
  where state = 'holding';
create index on registration_claim (vendor_id, key_kind, key) where state <> 'released';
call app.tenant_table('registration_claim', vendor => 'select', job => 'select, insert, update');

-- What somebody decided. Until it is told, the partner sees no difference and it can be taken back.
create table registration_decision (
  vendor_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  kind text not null check (kind in ('approve', 'reject', 'revoke')),
  -- What the approval gives, or why it is refused: as the act was asked for.
  terms jsonb not null,
  rules_id uuid not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  tell_at timestamptz not null,
  told_at timestamptz,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (vendor_id, id),
  foreign key (vendor_id, registration_id) references registration,
  foreign key (vendor_id, rules_id) references engagement_rules,
  foreign key (vendor_id, decided_by) references membership,
  foreign key (vendor_id, taken_back_by) references membership,
  check (told_at is null or taken_back_at is null)
);
create unique index registration_decision_open on registration_decision (vendor_id, registration_id)
  where told_at is null and taken_back_at is null;
create index on registration_decision (tell_at) where told_at is null and taken_back_at is null;
call app.tenant_table('registration_decision',
  vendor => 'select, insert, update (told_at, taken_back_at, taken_back_by)',
  job => 'select, update (told_at)');

-- What the vendor's people note beside a case.
create table registration_note (
  vendor_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  text text not null check (char_length(text) between 1 and 4000),
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (vendor_id, id),
  foreign key (vendor_id, registration_id) references registration,
  foreign key (vendor_id, written_by) references membership
);
create index on registration_note (vendor_id, registration_id);
call app.tenant_table('registration_note', vendor => 'select, insert');

-- Opportunities ------------------------------------------------------------------------------------------------------

alter table opportunity
  drop constraint opportunity_pay_basis_check,
  add constraint opportunity_pay_basis_check check (pay_basis in ('opening-import', 'on-behalf', 'registration')),
  -- The holder of the registration that it belongs to: the pay credit is its, whoever owns the opportunity.
  add column holder_partner_id uuid,
  add foreign key (vendor_id, holder_partner_id) references partner;

-- A decision that is told later enters its sale then, as the system.
grant insert, update on opportunity, opportunity_line, account, partner_account to hanse_job;

-- Whose the pay credit is, where the holder of the registration and the owner at the win are two: a person decides.
create table opportunity_pay_credit (
  vendor_id uuid not null,
  opportunity_id uuid not null,
  partner_id uuid not null,
  reason text not null check (char_length(reason) between 1 and 1000),
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (vendor_id, opportunity_id),
  foreign key (vendor_id, opportunity_id) references opportunity,
  foreign key (vendor_id, partner_id) references partner,
  foreign key (vendor_id, decided_by) references membership
);
call app.tenant_table('opportunity_pay_credit', vendor => 'select, insert, update, delete', job => 'select');
