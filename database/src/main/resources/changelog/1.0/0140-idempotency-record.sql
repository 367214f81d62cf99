--liquibase formatted sql
--changeset mizan:0140-idempotency-record
--comment: One effect and one answer for each idempotency key of an API key.
CREATE TABLE idempotency_record (
  api_key_id      UUID NOT NULL,
  idempotency_key VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request_hash    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  effect_id       UUID NOT NULL COMMENT 'the id that whatever the request creates will have',
  owner           UUID NOT NULL,
  lease_until     DATETIME(6) NOT NULL,
  sealed_answer   MEDIUMBLOB NULL COMMENT 'NULL while in use',
  created_at      DATETIME(6) NOT NULL,
  expires_at      DATETIME(6) NOT NULL,
  PRIMARY KEY (api_key_id, idempotency_key),
  KEY ix_idempotency_record_expires (expires_at)
);
--rollback DROP TABLE idempotency_record;
