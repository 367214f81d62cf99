--liquibase formatted sql
--changeset mizan:0370-webhook-event-card-number
--comment: Whether the sealed body holds what has the form of a card number; it is never shown anyway.
ALTER TABLE webhook_event ADD COLUMN holds_card_number BOOLEAN NOT NULL DEFAULT FALSE AFTER sealed_body;
--rollback ALTER TABLE webhook_event DROP COLUMN holds_card_number;
