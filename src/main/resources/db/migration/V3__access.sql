-- Accounts, teams and where people work. Passwords are kept only as bcrypt hashes.

create table account (
    username             text primary key check (username ~ '^[a-z][a-z0-9._-]{1,39}$' and username <> 'threshold'),
    name                 text        not null,
    password_hash        text        not null,
    works_for_authority  boolean     not null,
    disabled             boolean     not null,
    must_change_password boolean     not null,
    -- Grows with each change that must end the sessions already open: new password, disabled.
    session_version      integer     not null
);

create table account_role (
    username text not null references account,
    role     text not null,
    primary key (username, role)
);

create table team (
    key    text primary key check (key ~ '^[a-z][a-z0-9-]{1,39}$'),
    name   text not null unique,
    office text not null,
    leader text not null references account
);

create table team_member (
    team     text not null references team,
    username text not null references account,
    primary key (team, username)
);
create index team_member_by_person on team_member (username);

-- The rota. No row: not planned. Office null: planned to work remotely.
create table planned_presence (
    username text not null references account,
    day      date not null,
    office   text,
    primary key (username, day)
);
create index planned_presence_by_day on planned_presence (day);

-- What the person said on the day itself; it counts before the rota. Office null: remote.
create table declared_presence (
    username text not null references account,
    day      date not null,
    office   text,
    primary key (username, day)
);
