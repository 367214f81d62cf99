--liquibase formatted sql
--changeset mizan:0362-anchor
--comment: One chain over the heads of all chains, written by one writer at a time and authenticated with a key that is not in the database.
CREATE TABLE anchor (
  seq       BIGINT NOT NULL,
  at        DATETIME(6) NOT NULL,
  heads     INT NOT NULL,
  root      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'Merkle root of its heads (RFC 6962)',
  prev_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hash      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  key_id    VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  mac       CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (seq),
  CONSTRAINT ck_anchor_heads CHECK (heads > 0)
);
--rollback DROP TABLE anchor;
