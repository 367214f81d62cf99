--liquibase formatted sql
--changeset mizan:0512-api-key-scopes
--comment: What a secret key may do. A publishable key may do what a checkout page may, and has none.
ALTER TABLE api_key
  ADD COLUMN scopes VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'with blanks between; NULL: all that its kind may';
--rollback ALTER TABLE api_key DROP COLUMN scopes;
