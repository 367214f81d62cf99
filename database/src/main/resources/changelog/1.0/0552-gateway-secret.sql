--liquibase formatted sql
--changeset mizan:0552-gateway-secret
--comment: A secret of a gateway that was entered in the portal, or that of the environment while one takes its place.
CREATE TABLE gateway_secret (
  id             UUID NOT NULL,
  gateway        VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name           VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state          VARCHAR(16) NOT NULL COMMENT 'PROPOSED, ACTIVE, RETIRING, DESTROYED',
  of_environment BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'stands for what the environment says, which is not kept here',
  sealed         VARBINARY(8000) NULL COMMENT 'AES-GCM; gone once it is destroyed',
  master_key_id  CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  fingerprint    CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of a keyed hash: tells two apart and nothing else',
  entered_by     UUID NOT NULL,
  entered_at     DATETIME(6) NOT NULL,
  valid_until    DATETIME(6) NULL COMMENT 'when a retiring one is destroyed',
  destroyed_at   DATETIME(6) NULL,
  PRIMARY KEY (id),
  KEY ix_gateway_secret_state (state, gateway),
  CONSTRAINT fk_gateway_secret_account FOREIGN KEY (gateway) REFERENCES gateway_account (gateway),
  CONSTRAINT fk_gateway_secret_entered_by FOREIGN KEY (entered_by) REFERENCES staff (id),
  CONSTRAINT ck_gateway_secret_sealed CHECK (state = 'DESTROYED' AND sealed IS NULL OR state <> 'DESTROYED' AND (of_environment OR sealed IS NOT NULL)),
  CONSTRAINT ck_gateway_secret_retiring CHECK (state <> 'RETIRING' OR valid_until IS NOT NULL)
);
--rollback DROP TABLE gateway_secret;
