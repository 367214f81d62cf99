--liquibase formatted sql
--changeset mizan:0360-orders-anchor-due
--comment: When the head of an order's timeline is due to be anchored; NULL: it is.
ALTER TABLE orders
  ADD COLUMN anchor_due_at DATETIME(6) NULL AFTER timeline_head,
  ADD KEY ix_orders_anchor (anchor_due_at);
--rollback ALTER TABLE orders DROP KEY ix_orders_anchor, DROP COLUMN anchor_due_at;
