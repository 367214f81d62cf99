--liquibase formatted sql
--changeset mizan:0580-payment-attempt-payer-done
--comment: A payment that the customer agreed to may be given up while its page takes another: where that is has to be kept meanwhile.
ALTER TABLE payment_attempt
  ADD COLUMN payer_done BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'the customer has nothing to do on the page at present' AFTER sealed_redirect;
--rollback ALTER TABLE payment_attempt DROP COLUMN payer_done;
