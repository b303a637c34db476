-- Which decision of the case is reviewed, by its key on the page of reviews; null for those recorded before this was
-- kept, and for decisions that were made elsewhere.
alter table statutory_review add column subject text check (subject ~ '^[a-z0-9-]+-[0-9]+$');
