-- An assessment that was made before the case came here has its day and what it found. The categories by which it is
-- counted may not be known yet; the return to government asks for them before a duty ends.
alter table assessment alter column reason_for_loss drop not null;
alter table assessment alter column last_settled_home drop not null;
alter table assessment alter column accommodation_now drop not null;
alter table assessment alter column employment drop not null;
alter table assessment alter column ethnicity drop not null;
alter table assessment alter column referral drop not null;
