--liquibase formatted sql
--changeset mizan:0152-staff-audit
--comment: Each act of a member of staff. Append-only; prev_hash and hash chain the acts of a person.
CREATE TABLE staff_audit (
  staff_id  UUID NOT NULL,
  seq       BIGINT NOT NULL,
  at        DATETIME(6) NOT NULL,
  act       VARCHAR(60) NOT NULL,
  subject   VARCHAR(80) NOT NULL,
  detail    VARCHAR(2000) NOT NULL COMMENT 'JSON, ids only',
  prev_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  hash      CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (staff_id, seq),
  CONSTRAINT fk_staff_audit_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
  KEY ix_staff_audit_subject (subject)
);
--rollback DROP TABLE staff_audit;
