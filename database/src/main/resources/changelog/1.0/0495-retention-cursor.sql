--liquibase formatted sql
--changeset mizan:0495-retention-cursor
--comment: How far the destruction of old raw bodies has come, so that what was destroyed is not looked at again.
CREATE TABLE retention_cursor (
  name    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  last_id UUID NOT NULL COMMENT 'everything up to here is done',
  PRIMARY KEY (name)
);
--rollback DROP TABLE retention_cursor;
