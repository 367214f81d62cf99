--liquibase formatted sql
--changeset mizan:0364-chain-check
--comment: A verification of all chains, done in bounded steps by a worker; its row says how far it is and what it found.
CREATE TABLE chain_check (
  id           UUID NOT NULL,
  requested_by VARCHAR(80) NOT NULL,
  requested_at DATETIME(6) NOT NULL,
  stage        VARCHAR(16) NOT NULL COMMENT 'ORDERS, STAFF, ANCHORS, DONE',
  cursor_at    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the last id or number that was checked in this stage',
  orders       BIGINT NOT NULL DEFAULT 0,
  people       BIGINT NOT NULL DEFAULT 0,
  anchors      BIGINT NOT NULL DEFAULT 0,
  entries      BIGINT NOT NULL DEFAULT 0,
  fault_count  BIGINT NOT NULL DEFAULT 0,
  finished_at  DATETIME(6) NULL,
  due_at       DATETIME(6) NULL,
  claim_no     INT NOT NULL DEFAULT 0,
  attempts     INT NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  KEY ix_chain_check_due (due_at),
  KEY ix_chain_check_requested (requested_at)
);
--rollback DROP TABLE chain_check;
