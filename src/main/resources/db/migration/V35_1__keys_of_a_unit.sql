-- Keys are released of one unit. Where another is chosen afterwards, they are asked for anew.
alter table keys_release add column unit_id bigint references unit;
update keys_release r set unit_id = p.unit_id from placement p where p.id = r.placement_id;
