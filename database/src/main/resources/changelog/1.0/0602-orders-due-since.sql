--liquibase formatted sql
--changeset mizan:0602-orders-due-since
--comment: As of inquiries: what fails each time is never late, but has been due for long.
ALTER TABLE orders
  ADD COLUMN expiry_due_since DATETIME(6) NULL COMMENT 'since when it is due, while whoever claimed it has not carried it through' AFTER expiry_due_at,
  ADD KEY ix_orders_expiry_since (expiry_due_since);
--rollback ALTER TABLE orders DROP KEY ix_orders_expiry_since, DROP COLUMN expiry_due_since;
