--liquibase formatted sql
--changeset mizan:0200-sign-in-delay
--comment: How long sign-in is closed after failures: for one name from one address, and for one address. Never for a name alone.
CREATE TABLE sign_in_delay (
  bucket       CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'keyed hash of what is counted',
  failures     INT NOT NULL,
  last_at      DATETIME(6) NOT NULL COMMENT 'real time, also in a sandbox',
  closed_until DATETIME(6) NULL,
  PRIMARY KEY (bucket),
  CONSTRAINT ck_sign_in_delay_failures CHECK (failures >= 0),
  KEY ix_sign_in_delay_last (last_at)
);
--rollback DROP TABLE sign_in_delay;
