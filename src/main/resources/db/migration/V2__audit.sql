-- The record of who decided, changed or viewed what: append-only, without gaps for each case, each entry bound to the
-- one before it by SHA-256, so that an altered, removed or re-ordered entry shows.

-- The head of each chain: one for each case, and one (the empty name) for what belongs to no case.
create table audit_chain (
    chain         text   primary key,
    last_sequence bigint not null,
    last_hash     bytea  not null
);

create table audit_entry (
    chain     text        not null,
    sequence  bigint      not null,
    at        timestamptz not null,
    who       text        not null,
    action    text        not null,
    subject   text        not null,
    details   jsonb       not null,
    reason    text,
    provision text,
    hash      bytea       not null,
    primary key (chain, sequence)
);
-- Entries arrive in the order of time, so a block range index answers 'between these days' at almost no cost.
create index audit_entry_at on audit_entry using brin (at);

-- The canonical form is a JSON array: its quoting leaves no doubt where one value ends and the next begins, and null
-- differs from an empty text. Time counts in microseconds, so no session setting changes it.
create function audit_hash(previous bytea, chain text, sequence bigint, at_micros bigint, who text, action text,
                           subject text, details jsonb, reason text, provision text) returns bytea
    language sql stable parallel safe as
$$
select sha256(previous || convert_to(json_build_array(chain, sequence, at_micros, who, action, subject, details::text,
                                                      reason, provision)::text, 'UTF8'))
$$;

create function audit_micros(at timestamptz) returns bigint language sql stable parallel safe as
$$
select (extract(epoch from at) * 1000000)::bigint
$$;

create function audit_is_append_only() returns trigger language plpgsql as
$$
begin
    raise exception 'The audit is only added to, never changed';
end
$$;

create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function audit_is_append_only();
create trigger audit_chain_is_kept before delete or truncate on audit_chain
    for each statement execute function audit_is_append_only();

create function audit_chain_moves_on() returns trigger language plpgsql as
$$
begin
    if new.chain <> old.chain or new.last_sequence <> old.last_sequence + 1 then
        raise exception 'The head of an audit chain only moves on by one';
    end if;
    return new;
end
$$;

create trigger audit_chain_moves_on before update on audit_chain
    for each row execute function audit_chain_moves_on();
