-- Who left temporary accommodation in a made-up year. Outside the demonstration it is empty.
create table played_leaving (
    placement_id   bigint  primary key,
    case_reference text    not null,
    -- Whether what was owed to them has ended or its end is proposed; it may begin only after they have left.
    duty_over      boolean not null default false
);
