-- What the statistics ask of every main applicant beside work and ethnic group; nobody has to answer.
alter table assessment add column income text;
alter table assessment add column sex text;
alter table assessment add column gender_same text;
alter table assessment add column sexual_orientation text;
