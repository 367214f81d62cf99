--liquibase formatted sql
--changeset mizan:0340-exception-case-version
--comment: Counts what people did to a case, so that two of them do not overwrite one another.
ALTER TABLE exception_case ADD COLUMN version INT NOT NULL DEFAULT 0;
--rollback ALTER TABLE exception_case DROP COLUMN version;
