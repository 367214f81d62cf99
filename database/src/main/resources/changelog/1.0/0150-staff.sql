--liquibase formatted sql
--changeset mizan:0150-staff
--comment: People who use the portal.
CREATE TABLE staff (
  id            UUID NOT NULL,
  username      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  display_name  VARCHAR(100) NOT NULL,
  password_hash VARCHAR(400) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at    DATETIME(6) NOT NULL,
  disabled_at   DATETIME(6) NULL,
  PRIMARY KEY (id),
  CONSTRAINT uq_staff_username UNIQUE (username)
);
--rollback DROP TABLE staff;
