--liquibase formatted sql
--changeset mizan:0586-erasure-state
--comment: The end of a wish that ran out.
ALTER TABLE erasure
  DROP CONSTRAINT ck_erasure_state,
  ADD CONSTRAINT ck_erasure_state CHECK (state IN ('AWAITING_APPROVAL', 'APPROVED', 'REJECTED', 'EXPIRED', 'DONE'));
--rollback UPDATE erasure SET state = 'REJECTED' WHERE state = 'EXPIRED';
--rollback ALTER TABLE erasure DROP CONSTRAINT ck_erasure_state, ADD CONSTRAINT ck_erasure_state CHECK (state IN ('AWAITING_APPROVAL', 'APPROVED', 'REJECTED', 'DONE'));
