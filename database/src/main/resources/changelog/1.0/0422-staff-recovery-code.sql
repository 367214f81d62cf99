--liquibase formatted sql
--changeset mizan:0422-staff-recovery-code
--comment: Codes that stand in for a lost authenticator app, each once.
CREATE TABLE staff_recovery_code (
  staff_id  UUID NOT NULL,
  code_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'keyed hash',
  used_at   DATETIME(6) NULL,
  PRIMARY KEY (staff_id, code_hash),
  CONSTRAINT fk_staff_recovery_code_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
);
--rollback DROP TABLE staff_recovery_code;
