--liquibase formatted sql
--changeset mizan:0110-exception-case
--comment: A surprise that a person works on.
CREATE TABLE exception_case (
  id              UUID NOT NULL,
  kind            VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject         VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the order, attempt, command or event it is about',
  order_id        UUID NULL,
  attempt_id      UUID NULL,
  state           VARCHAR(16) NOT NULL,
  holds           BOOLEAN NOT NULL COMMENT 'the predicate that opened it is still true',
  proposed_action VARCHAR(60) NOT NULL,
  evidence        VARCHAR(4000) NOT NULL COMMENT 'JSON, ids, amounts and digests only',
  opened_at       DATETIME(6) NOT NULL,
  owner           VARCHAR(80) NULL,
  resolved_at     DATETIME(6) NULL,
  resolution      VARCHAR(400) NULL,
  PRIMARY KEY (id),
  CONSTRAINT uq_exception_case UNIQUE (kind, subject),
  KEY ix_exception_case_state (state, opened_at, id),
  KEY ix_exception_case_order (order_id)
);
--rollback DROP TABLE exception_case;
