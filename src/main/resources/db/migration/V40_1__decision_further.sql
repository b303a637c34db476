-- What the notice of a decision says besides: the reasons for every other point against the applicant (s184(3)), and the
-- restricted person with regard to whom alone the duty is owed (s184(3A)).
alter table decision add column other_reasons text check (char_length(other_reasons) between 1 and 8000);
alter table decision add column restricted_member bigint references household_member;
alter table decision add column restricted_why text check (char_length(restricted_why) between 1 and 2000);
alter table decision add constraint decision_restricted_person check ((restricted_member is null) = (restricted_why is null)
    and (restricted_member is null or outcome in ('MAIN_DUTY', 'REFERRAL')));
