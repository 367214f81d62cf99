--liquibase formatted sql
--changeset mizan:0585-erasure-runs-out
--comment: A wish that nobody decides about runs out, as other wishes do. Nobody was told so of those that wait: they get a month.
UPDATE erasure SET due_at = UTC_TIMESTAMP(6) + INTERVAL 30 DAY WHERE state = 'AWAITING_APPROVAL';
--rollback UPDATE erasure SET due_at = NULL WHERE state = 'AWAITING_APPROVAL';
