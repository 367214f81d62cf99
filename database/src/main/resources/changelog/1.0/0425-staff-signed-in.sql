--liquibase formatted sql
--changeset mizan:0425-staff-signed-in
--comment: When somebody last signed in; real time, also in a sandbox.
ALTER TABLE staff ADD COLUMN signed_in_at DATETIME(6) NULL;
--rollback ALTER TABLE staff DROP COLUMN signed_in_at;
