--liquibase formatted sql
--changeset mizan:0341-case-act
--comment: What people did to a case, and why. Append-only; the number is the version of the case that it made.
CREATE TABLE case_act (
  case_id UUID NOT NULL,
  seq     INT NOT NULL,
  at      DATETIME(6) NOT NULL,
  act     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor   VARCHAR(80) NOT NULL,
  note    VARCHAR(400) NULL,
  PRIMARY KEY (case_id, seq),
  CONSTRAINT fk_case_act_case FOREIGN KEY (case_id) REFERENCES exception_case (id)
);
--rollback DROP TABLE case_act;
