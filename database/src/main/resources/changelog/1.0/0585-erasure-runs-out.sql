--liquibase formatted sql
--changeset mizan:0585-erasure-runs-out
--comment: A wish that nobody decides about runs out, as other wishes do; those that wait get as long as the setting gives by itself.
UPDATE erasure SET due_at = requested_at + INTERVAL 72 HOUR WHERE state = 'AWAITING_APPROVAL';
--rollback UPDATE erasure SET due_at = NULL WHERE state = 'AWAITING_APPROVAL';
