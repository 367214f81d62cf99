--liquibase formatted sql
--changeset mizan:0071-fact-supersession
--comment: Facts that a correction takes out of the effective set. Append-only.
CREATE TABLE fact_supersession (
  correction_id UUID NOT NULL,
  fact_id       UUID NOT NULL,
  PRIMARY KEY (correction_id, fact_id),
  CONSTRAINT fk_fact_supersession_correction FOREIGN KEY (correction_id) REFERENCES fact (id),
  CONSTRAINT fk_fact_supersession_fact FOREIGN KEY (fact_id) REFERENCES fact (id)
);
--rollback DROP TABLE fact_supersession;
