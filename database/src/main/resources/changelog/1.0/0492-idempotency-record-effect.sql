--liquibase formatted sql
--changeset mizan:0492-idempotency-record-effect
--comment: Finds the kept answers that tell of an order, to destroy them with its customer.
ALTER TABLE idempotency_record ADD KEY ix_idempotency_record_effect (effect_id);
--rollback ALTER TABLE idempotency_record DROP KEY ix_idempotency_record_effect;
