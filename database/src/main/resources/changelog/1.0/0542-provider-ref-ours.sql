--liquibase formatted sql
--changeset mizan:0542-provider-ref-ours
--comment: A reference that we gave says nothing of what the provider has; one that it gave does.
ALTER TABLE provider_ref ADD COLUMN ours BOOLEAN NOT NULL DEFAULT FALSE;
--rollback ALTER TABLE provider_ref DROP COLUMN ours;
