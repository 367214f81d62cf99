--liquibase formatted sql
--changeset mizan:0121-webhook-event-ref
--comment: The provider's ids that an unmatched event mentions, so that a reference seen later wakes it.
CREATE TABLE webhook_event_ref (
  event_id UUID NOT NULL,
  account  VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ref      VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (event_id, ref),
  CONSTRAINT fk_webhook_event_ref_event FOREIGN KEY (event_id) REFERENCES webhook_event (id),
  KEY ix_webhook_event_ref (account, ref)
);
--rollback DROP TABLE webhook_event_ref;
