-- What each account came to in each month, so that what is owed is not summed up from every night of every year. It
-- follows the lines, which are only added to, in the transaction that adds them; whoever adds holds the account.
create table charge_month (
    account_id bigint not null references charge_account,
    -- The first day of the month in which the lines count.
    month      date   not null check (extract(day from month) = 1),
    pence      bigint not null,
    -- Of it charges and benefit, with what took them back.
    charged    bigint not null,
    -- Of it what was brought over from another system.
    opening    bigint not null,
    primary key (account_id, month)
);

create function charge_month_follows() returns trigger language plpgsql as
$$
begin
    insert into charge_month (account_id, month, pence, charged, opening)
    select added.account_id, date_trunc('month', added.on_day)::date, sum(added.pence),
           coalesce(sum(added.pence) filter (where coalesce(taken.kind, added.kind) in ('CHARGE', 'BENEFIT')), 0),
           coalesce(sum(added.pence) filter (where added.kind = 'OPENING'), 0)
      from added left join charge_line taken on taken.id = added.reverses
     group by 1, 2 order by 1, 2
        on conflict (account_id, month) do update set pence = charge_month.pence + excluded.pence,
           charged = charge_month.charged + excluded.charged, opening = charge_month.opening + excluded.opening;
    return null;
end
$$;
create trigger charge_month_follows after insert on charge_line referencing new table as added
    for each statement execute function charge_month_follows();

insert into charge_month (account_id, month, pence, charged, opening)
select l.account_id, date_trunc('month', l.on_day)::date, sum(l.pence),
       coalesce(sum(l.pence) filter (where coalesce(taken.kind, l.kind) in ('CHARGE', 'BENEFIT')), 0),
       coalesce(sum(l.pence) filter (where l.kind = 'OPENING'), 0)
  from charge_line l left join charge_line taken on taken.id = l.reverses group by 1, 2;

-- The lines of a month that is not over on the day that is asked for.
create index charge_line_day on charge_line (on_day);
-- The nights of an account that benefit pays for.
create index charge_line_benefit on charge_line (account_id) where kind = 'BENEFIT';
