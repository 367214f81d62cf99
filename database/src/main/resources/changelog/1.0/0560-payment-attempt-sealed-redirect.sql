--liquibase formatted sql
--changeset mizan:0560-payment-attempt-sealed-redirect
--comment: Where a browser pays holds the token by which it comes back, and fields that are signed.
ALTER TABLE payment_attempt
  ADD COLUMN sealed_redirect MEDIUMBLOB NULL COMMENT 'where the browser goes to pay; empty if it can no longer be told' AFTER redirect;
--rollback ALTER TABLE payment_attempt DROP COLUMN sealed_redirect;
