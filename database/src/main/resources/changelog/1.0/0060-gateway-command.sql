--liquibase formatted sql
--changeset mizan:0060-gateway-command
--comment: Something we asked, or are about to ask, of a gateway: the exact request and its key, before the wire.
CREATE TABLE gateway_command (
  id               UUID NOT NULL,
  order_id         UUID NOT NULL,
  attempt_id       UUID NOT NULL,
  operation        VARCHAR(24) NOT NULL,
  ordinal          INT NOT NULL,
  reference        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the business key of a capture',
  amount_minor     BIGINT NULL COMMENT 'minor units of the currency of the attempt',
  state            VARCHAR(16) NOT NULL,
  idempotency_key  VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sealed_request   MEDIUMBLOB NOT NULL COMMENT 'byte-equal in every resend',
  outcome          VARCHAR(16) NULL,
  failure_category VARCHAR(40) NULL,
  failure_code     VARCHAR(100) NULL,
  sends            INT NOT NULL DEFAULT 0,
  created_at       DATETIME(6) NOT NULL,
  sent_at          DATETIME(6) NULL COMMENT 'first time on the wire',
  finished_at      DATETIME(6) NULL,
  due_at           DATETIME(6) NULL COMMENT 'NULL: nothing left to send',
  claim_no         INT NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT uq_gateway_command_ordinal UNIQUE (attempt_id, operation, ordinal),
  CONSTRAINT uq_gateway_command_reference UNIQUE (attempt_id, operation, reference),
  CONSTRAINT uq_gateway_command_key UNIQUE (idempotency_key),
  CONSTRAINT fk_gateway_command_attempt FOREIGN KEY (attempt_id) REFERENCES payment_attempt (id),
  CONSTRAINT fk_gateway_command_order FOREIGN KEY (order_id) REFERENCES orders (id),
  KEY ix_gateway_command_due (due_at)
);
--rollback DROP TABLE gateway_command;
