--liquibase formatted sql
--changeset mizan:0423-staff-session
--comment: Who is signed in to the portal, so that a session can be ended from elsewhere. In real time, also in a sandbox.
CREATE TABLE staff_session (
  id       UUID NOT NULL,
  staff_id UUID NOT NULL,
  address  VARCHAR(64) NOT NULL COMMENT 'where the sign-in came from',
  begun_at DATETIME(6) NOT NULL,
  seen_at  DATETIME(6) NOT NULL COMMENT 'the last request, to the minute',
  ended_at DATETIME(6) NULL,
  PRIMARY KEY (id),
  CONSTRAINT fk_staff_session_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
  KEY ix_staff_session_staff (staff_id, ended_at),
  KEY ix_staff_session_seen (seen_at)
);
--rollback DROP TABLE staff_session;
