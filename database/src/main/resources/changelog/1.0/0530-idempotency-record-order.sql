--liquibase formatted sql
--changeset mizan:0530-idempotency-record-order
--comment: Finds every kept answer that tells of an order's customer, to destroy them together, whichever act it answered.
ALTER TABLE idempotency_record ADD COLUMN order_id UUID NULL COMMENT 'whose customer the answer tells of',
  ADD KEY ix_idempotency_record_order (order_id);
--rollback ALTER TABLE idempotency_record DROP KEY ix_idempotency_record_order, DROP COLUMN order_id;
