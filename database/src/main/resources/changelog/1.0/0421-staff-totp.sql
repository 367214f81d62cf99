--liquibase formatted sql
--changeset mizan:0421-staff-totp
--comment: The secret that a person's authenticator app shares with us (RFC 6238).
CREATE TABLE staff_totp (
  staff_id      UUID NOT NULL,
  sealed_secret VARBINARY(200) NOT NULL,
  begun_at      DATETIME(6) NOT NULL,
  confirmed_at  DATETIME(6) NULL COMMENT 'NULL: no code of it was given yet, so it is not asked for',
  last_step     BIGINT NOT NULL DEFAULT 0 COMMENT 'the step of the last code that was accepted; none of it or before is again',
  PRIMARY KEY (staff_id),
  CONSTRAINT fk_staff_totp_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
);
--rollback DROP TABLE staff_totp;
