-- Up Migration

-- Who recommends and does not sell: authors, analysts, consultants.
alter table partner_type drop constraint partner_type_type_check;
alter table partner_type add constraint partner_type_type_check check (type in ('reseller', 'msp', 'integrator',
  'distributor', 'master-agent', 'sub-agent', 'direct-agent', 'technology-alliance', 'affiliate', 'referral',
  'influencer', 'marketplace', 'advisor'));
