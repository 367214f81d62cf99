--liquibase formatted sql
--changeset mizan:0541-webhook-event-return
--comment: What a gateway signed and the customer's browser brought lies in the same inbox as what it sent itself.
ALTER TABLE webhook_event
  ADD COLUMN return_of UUID NULL COMMENT 'the attempt to whose return address it came; NULL: the gateway called';
--rollback ALTER TABLE webhook_event DROP COLUMN return_of;
