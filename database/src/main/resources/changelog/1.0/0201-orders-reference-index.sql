--liquibase formatted sql
--changeset mizan:0201-orders-reference-index
--comment: A member of staff finds an order by its reference without knowing its scope.
CREATE INDEX ix_orders_reference ON orders (reference);
--rollback DROP INDEX ix_orders_reference ON orders;
