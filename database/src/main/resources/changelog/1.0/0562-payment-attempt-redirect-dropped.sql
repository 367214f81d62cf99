--liquibase formatted sql
--changeset mizan:0562-payment-attempt-redirect-dropped
--comment: Where a browser pays is kept sealed only.
ALTER TABLE payment_attempt DROP COLUMN redirect;
--rollback ALTER TABLE payment_attempt ADD COLUMN redirect LONGTEXT NULL COMMENT 'where the browser goes to pay, JSON' AFTER pay_until;
