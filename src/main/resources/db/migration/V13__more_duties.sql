-- The duties to accommodate that are owed to some whom the main duty is not owed to (s190(2)(a), s193C(4)).
alter table duty drop constraint duty_kind_check;
alter table duty add constraint duty_kind_check check (kind in ('PREVENTION', 'RELIEF', 'MAIN', 'S190', 'S193C'));
