--liquibase formatted sql
--changeset mizan:0120-webhook-event
--comment: Callbacks whose signature was good, stored before they were answered.
CREATE TABLE webhook_event (
  id                UUID NOT NULL,
  gateway           VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account           VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  provider_event_id VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  type              VARCHAR(100) NOT NULL,
  proof             VARCHAR(100) NOT NULL COMMENT 'which secret signed it, by its fingerprint',
  body_sha256       CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sealed_body       MEDIUMBLOB NOT NULL,
  state             VARCHAR(16) NOT NULL,
  reason            VARCHAR(60) NULL,
  order_id          UUID NULL,
  sent_at           DATETIME(6) NULL COMMENT 'when the provider says it happened',
  received_at       DATETIME(6) NOT NULL,
  processed_at      DATETIME(6) NULL,
  due_at            DATETIME(6) NULL COMMENT 'NULL: nothing left to do',
  claim_no          INT NOT NULL DEFAULT 0,
  attempts          INT NOT NULL DEFAULT 0,
  last_error        VARCHAR(400) NULL,
  PRIMARY KEY (id),
  CONSTRAINT uq_webhook_event UNIQUE (account, provider_event_id),
  KEY ix_webhook_event_due (due_at),
  KEY ix_webhook_event_order (order_id)
);
--rollback DROP TABLE webhook_event;
