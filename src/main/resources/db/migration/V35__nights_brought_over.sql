-- Nights in bed and breakfast that another system had counted towards the six weeks, of which the days are not known here.
create table nights_brought_over (
    case_reference text        primary key references case_file,
    nights         int         not null check (nights between 1 and 36500),
    -- The first day that is not among them: the first night of the placement that was brought over with the household.
    until_day      date        not null,
    recorded_by    text        not null,
    recorded_at    timestamptz not null
);

-- How many of them were in the last count.
alter table nights_watch add column brought_over int not null default 0;

-- A notice that the previous system had given already.
alter table host_notice_sending drop constraint host_notice_sending_way_check;
alter table host_notice_sending add constraint host_notice_sending_way_check
    check (way in ('OUTBOX', 'POSTED', 'EMAILED', 'HANDED_OVER', 'BEFORE'));
