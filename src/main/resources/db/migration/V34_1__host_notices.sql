-- A document that goes with a message.
alter table message
    add column attachment_name text,
    add column attachment_type text,
    add column attachment      bytea check (octet_length(attachment) <= 5000000),
    add check ((attachment is null) = (attachment_name is null) and (attachment is null) = (attachment_type is null));

-- A notice to the council of another district (s208(2) to (4)): that a household was accommodated there, or has left.
create table host_notice (
    id                bigint generated always as identity primary key,
    placement_id      bigint not null references placement,
    kind              text   not null check (kind in ('ARRIVAL', 'LEFT')),
    district          text   not null references district,
    -- The address, the day and the function as they stand in it; the day is that of leaving in a notice of that.
    address           text   not null,
    on_day            date   not null,
    function          text   not null,
    -- The last of the 14 days; null for a notice that the Act does not ask for.
    due_on            date   check ((kind = 'ARRIVAL') = (due_on is not null)),
    letter_id         bigint references letter,
    made_at           timestamptz not null,
    made_by           text   not null,
    constraint host_notice_once unique (placement_id, kind)
);

-- Each time it was sent, with what proves it. One that is on its way, or arrived, is not sent again by itself.
create table host_notice_sending (
    id          bigint generated always as identity primary key,
    notice_id   bigint not null references host_notice,
    way         text   not null check (way in ('OUTBOX', 'POSTED', 'EMAILED', 'HANDED_OVER')),
    sent_to     text   not null check (char_length(sent_to) <= 500),
    message_key text   unique check ((way = 'OUTBOX') = (message_key is not null)),
    state       text   not null check (state in ('QUEUED', 'SENT', 'FAILED')),
    made_at     timestamptz not null,
    made_by     text   not null,
    sent_at     timestamptz,
    sent_on     date   check ((state = 'SENT') = (sent_on is not null)),
    proof       text   check (char_length(proof) <= 1000)
);
create index host_notice_sending_notice on host_notice_sending (notice_id, id);
create unique index host_notice_sent_once on host_notice_sending (notice_id) where state = 'QUEUED';

create table host_notice_acknowledged (
    notice_id bigint primary key references host_notice,
    on_day    date   not null,
    words     text   not null check (char_length(words) <= 1000),
    made_at   timestamptz not null,
    made_by   text   not null
);

-- Whether school, doctor and health visitor were told (s213AA), once in an application.
create table bodies_told (
    id             bigint generated always as identity primary key,
    placement_id   bigint not null references placement,
    consent        text   not null check (consent in ('AGREED', 'REFUSED', 'NOT_REACHED')),
    words          text   check (char_length(words) <= 1000),
    agreed_on      date,
    information_on date,
    -- The last of 14 days from the latest of agreement, information and placement; and whether that was law then.
    due_on         date,
    is_law         boolean not null,
    made_at        timestamptz not null,
    made_by        text   not null,
    check ((consent = 'AGREED') = (due_on is not null))
);
create index bodies_told_placement on bodies_told (placement_id, id);

create table bodies_told_to (
    told_id   bigint not null references bodies_told,
    position  int    not null,
    body      text   not null check (body in ('SCHOOL', 'GP', 'HEALTH_VISITOR')),
    name      text   not null check (char_length(name) <= 200),
    email     text   check (char_length(email) <= 254),
    address   text   check (char_length(address) <= 500),
    letter_id bigint references letter,
    by_email  boolean not null,
    primary key (told_id, position)
);

-- How a household outside the borough is followed: the welfare call, and suitability looked at again.
create table stay_check (
    id           bigint  generated always as identity primary key,
    placement_id bigint  not null references placement,
    kind         text    not null check (kind in ('WELFARE_CALL', 'RECHECK')),
    on_day       date    not null,
    reached      boolean not null,
    suitable     boolean,
    found        text    not null check (char_length(found) <= 4000),
    done         text    check (char_length(done) <= 2000),
    plan_back    text    check (char_length(plan_back) <= 2000),
    next_on      date,
    made_at      timestamptz not null,
    made_by      text    not null
);
create index stay_check_placement on stay_check (placement_id, id);
