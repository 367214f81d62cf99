--liquibase formatted sql
--changeset mizan:0491-orders-customer-erased
--comment: Since when nothing personal is kept about the customer of an order; what still comes for it is not kept either.
ALTER TABLE orders ADD COLUMN customer_erased_at DATETIME(6) NULL AFTER person_id;
--rollback ALTER TABLE orders DROP COLUMN customer_erased_at;
