--liquibase formatted sql
--changeset mizan:0400-webhook-event-state
--comment: Lists the stored callbacks of one state, the newest first, without reading all others.
ALTER TABLE webhook_event ADD KEY ix_webhook_event_state (state, id);
--rollback ALTER TABLE webhook_event DROP KEY ix_webhook_event_state;
