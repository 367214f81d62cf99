--liquibase formatted sql
--changeset mizan:0591-api-key-replaced
--comment: Which key stands in the place of another that still works for a while.
ALTER TABLE api_key ADD COLUMN replaced_by UUID NULL;
--rollback ALTER TABLE api_key DROP COLUMN replaced_by;
