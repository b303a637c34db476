-- Whom of the household a message is to; null for somebody outside it, such as whoever referred them.
alter table message add column member_id bigint references household_member;
