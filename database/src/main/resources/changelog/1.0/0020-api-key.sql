--liquibase formatted sql
--changeset mizan:0020-api-key
--comment: A key that a merchant's server (secret) or checkout page (publishable) calls the API with; only its hash is kept.
CREATE TABLE api_key (
  id           UUID NOT NULL,
  kind         VARCHAR(16) NOT NULL,
  name         VARCHAR(100) NOT NULL,
  hint         VARCHAR(24) NOT NULL COMMENT 'the visible beginning, to tell keys apart',
  key_hash     CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at   DATETIME(6) NOT NULL,
  expires_at   DATETIME(6) NULL,
  revoked_at   DATETIME(6) NULL,
  last_used_at DATETIME(6) NULL,
  PRIMARY KEY (id),
  CONSTRAINT uq_api_key_hash UNIQUE (key_hash),
  CONSTRAINT ck_api_key_kind CHECK (kind IN ('SECRET', 'PUBLISHABLE'))
);
--rollback DROP TABLE api_key;
