--liquibase formatted sql
--changeset mizan:0160-sandbox-clock
--comment: How far the clock of a sandbox runs ahead of the system's; it only moves forward.
CREATE TABLE sandbox_clock (
  id            TINYINT NOT NULL,
  offset_millis BIGINT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ck_sandbox_clock_single CHECK (id = 1),
  CONSTRAINT ck_sandbox_clock_forward CHECK (offset_millis >= 0)
);
--rollback DROP TABLE sandbox_clock;
