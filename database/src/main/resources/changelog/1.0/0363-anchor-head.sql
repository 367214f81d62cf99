--liquibase formatted sql
--changeset mizan:0363-anchor-head
--comment: The head of one chain as an anchor found it. No foreign key to its order: a missing order must be noticed.
CREATE TABLE anchor_head (
  anchor_seq BIGINT NOT NULL,
  position   INT NOT NULL,
  chain      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'ORDER or STAFF',
  subject_id UUID NOT NULL,
  seq        BIGINT NOT NULL,
  head       CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (anchor_seq, position),
  CONSTRAINT fk_anchor_head_anchor FOREIGN KEY (anchor_seq) REFERENCES anchor (seq),
  KEY ix_anchor_head_subject (chain, subject_id, seq)
);
--rollback DROP TABLE anchor_head;
