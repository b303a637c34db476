-- Several rights to ask for a review may run on one case at once, each about its own notified decision. Clocks that are
-- about nothing in particular still run once for each kind.
alter table statutory_clock add column about text check (char_length(about) between 1 and 200);
drop index statutory_clock_running;
create unique index statutory_clock_running on statutory_clock (case_reference, kind)
    where ended_on is null and about is null;
create unique index statutory_clock_running_about on statutory_clock (case_reference, kind, about, trigger_date)
    where ended_on is null and about is not null;
