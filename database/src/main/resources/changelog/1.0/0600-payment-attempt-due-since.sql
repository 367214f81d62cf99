--liquibase formatted sql
--changeset mizan:0600-payment-attempt-due-since
--comment: An inquiry that fails each time is due again a lease later, and so never seems late.
ALTER TABLE payment_attempt
  ADD COLUMN inquiry_due_since DATETIME(6) NULL COMMENT 'since when it is due, while whoever claimed it has not carried it through' AFTER inquiry_due_at,
  ADD KEY ix_payment_attempt_inquiry_since (inquiry_due_since);
--rollback ALTER TABLE payment_attempt DROP KEY ix_payment_attempt_inquiry_since, DROP COLUMN inquiry_due_since;
