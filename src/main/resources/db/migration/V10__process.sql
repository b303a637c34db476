-- Casework is nearly all future timers: the poll for due jobs must not read them all.
create index act_idx_job_duedate on engine.act_ru_job (duedate_);
create index act_idx_job_type_duedate on engine.act_ru_job (type_ desc, duedate_ asc);

-- One row for each deployment of a process folder that this service made.
create table process_deployment (
    number        bigint generated always as identity primary key,
    deployment_id text        not null unique,
    process_key   text        not null,
    source        text        not null,
    content_hash  text        not null,
    deployed_at   timestamptz not null,
    deployed_by   text        not null
);
create index process_deployment_by_key on process_deployment (process_key, number desc);

-- The last change of a folder that was refused; gone when the folder is accepted again.
create table process_refusal (
    process_key text primary key,
    refused_at  timestamptz not null,
    sentences   text[]      not null
);
