--liquibase formatted sql
--changeset mizan:0496-erasure
--comment: A wish to erase a customer: asked by one member of staff, approved by another, carried out by a worker.
CREATE TABLE erasure (
  id           UUID NOT NULL,
  order_id     UUID NOT NULL COMMENT 'the order on which it was asked',
  email_hash   CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'everybody with this address is the customer; NULL if there is none, and once done',
  reason       VARCHAR(200) NOT NULL COMMENT 'why, without personal data',
  state        VARCHAR(20) NOT NULL,
  requested_by UUID NOT NULL,
  requested_at DATETIME(6) NOT NULL,
  decided_by   UUID NULL,
  decided_at   DATETIME(6) NULL,
  finished_at  DATETIME(6) NULL,
  orders       INT NOT NULL DEFAULT 0 COMMENT 'how many were rid of their customer',
  due_at       DATETIME(6) NULL COMMENT 'NULL: nothing left to do',
  claim_no     INT NOT NULL DEFAULT 0,
  attempts     INT NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT fk_erasure_order FOREIGN KEY (order_id) REFERENCES orders (id),
  CONSTRAINT fk_erasure_requested_by FOREIGN KEY (requested_by) REFERENCES staff (id),
  CONSTRAINT fk_erasure_decided_by FOREIGN KEY (decided_by) REFERENCES staff (id),
  CONSTRAINT ck_erasure_two_people CHECK (decided_by IS NULL OR decided_by <> requested_by),
  CONSTRAINT ck_erasure_state CHECK (state IN ('AWAITING_APPROVAL', 'APPROVED', 'REJECTED', 'DONE')),
  KEY ix_erasure_order (order_id),
  KEY ix_erasure_email (email_hash),
  KEY ix_erasure_due (due_at),
  KEY ix_erasure_state (state, requested_at)
);
--rollback DROP TABLE erasure;
