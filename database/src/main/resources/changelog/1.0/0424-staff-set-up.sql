--liquibase formatted sql
--changeset mizan:0424-staff-set-up
--comment: A link with which a person sets their password, once; and the code that goes with it where a second person was needed.
CREATE TABLE staff_set_up (
  token_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  staff_id   UUID NOT NULL,
  code_hash  CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'NULL: the link alone will do',
  expires_at DATETIME(6) NOT NULL,
  tries      INT NOT NULL DEFAULT 0,
  PRIMARY KEY (token_hash),
  CONSTRAINT fk_staff_set_up_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
  KEY ix_staff_set_up_staff (staff_id)
);
--rollback DROP TABLE staff_set_up;
