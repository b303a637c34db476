-- When the service noticed that an emergency had run out, and took the steps back that were held in it.
alter table case_access add column closed_at timestamptz;
create index case_access_running_out on case_access (ends_at)
    where kind = 'EMERGENCY' and withdrawn_at is null and closed_at is null;

-- Told in the place of a manager who is gone, to somebody who may not see the case.
alter table access_alert add column substitute boolean not null default false;
-- These two are found again and again; each emergency access is told of for itself.
create unique index access_alert_once on access_alert (for_username, case_reference, kind, about)
    where seen_at is null and kind in ('APPEARS_ELSEWHERE', 'WITHOUT_MANAGER');
create index access_alert_of_case on access_alert (case_reference, kind, about);

-- References that somebody tried on the page for emergencies and that opened nothing; kept for a day, to slow guessing.
create table emergency_try (
    username text        not null references account,
    tried_at timestamptz not null
);
create index emergency_try_of_person on emergency_try (username, tried_at);
