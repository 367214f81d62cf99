--liquibase formatted sql
--changeset mizan:0531-erasure-rejected
--comment: A wish that was rejected need not find anybody: the hash of the address goes with the decision, and went too late before.
UPDATE erasure SET email_hash = NULL WHERE state = 'REJECTED';
--rollback SELECT 1;
