--liquibase formatted sql
--changeset mizan:0532-deployment
--comment: What this database was first used for; a server in the other mode refuses to start on it.
CREATE TABLE deployment (
  id    TINYINT NOT NULL,
  mode  VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  since DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ck_deployment_one CHECK (id = 1),
  CONSTRAINT ck_deployment_mode CHECK (mode IN ('sandbox', 'live'))
);
--rollback DROP TABLE deployment;
