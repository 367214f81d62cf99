--liquibase formatted sql
--changeset mizan:0420-approval
--comment: An act that one member of staff asked for and another has to approve.
CREATE TABLE approval (
  id         UUID NOT NULL,
  act        VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject    VARCHAR(80) NOT NULL COMMENT 'the outside id of what it is done to',
  detail     VARCHAR(8000) NOT NULL COMMENT 'JSON, what the act needs to be carried out; no secrets, nothing personal of customers',
  state      VARCHAR(16) NOT NULL,
  made_by    UUID NOT NULL,
  made_at    DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  decided_by UUID NULL,
  decided_at DATETIME(6) NULL,
  waiting    VARCHAR(121) NULL COMMENT 'act and subject while it waits, so that one subject has one; else NULL',
  PRIMARY KEY (id),
  CONSTRAINT uq_approval_waiting UNIQUE (waiting),
  CONSTRAINT fk_approval_made_by FOREIGN KEY (made_by) REFERENCES staff (id),
  CONSTRAINT fk_approval_decided_by FOREIGN KEY (decided_by) REFERENCES staff (id),
  CONSTRAINT ck_approval_two_people CHECK (state <> 'APPROVED' OR (decided_by IS NOT NULL AND decided_by <> made_by)),
  CONSTRAINT ck_approval_state CHECK (state IN ('WAITING', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'EXPIRED')),
  CONSTRAINT ck_approval_waiting CHECK ((state = 'WAITING') = (waiting IS NOT NULL)),
  KEY ix_approval_state (state, expires_at)
);
--rollback DROP TABLE approval;
