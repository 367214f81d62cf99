--liquibase formatted sql
--changeset mizan:0590-schema-proof
--comment: What the last comparison of this schema with the changelog of a program found complete, so that it need not be repeated.
CREATE TABLE schema_proof (
  id    TINYINT NOT NULL,
  proof CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  since DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ck_schema_proof_one CHECK (id = 1)
);
--rollback DROP TABLE schema_proof;
