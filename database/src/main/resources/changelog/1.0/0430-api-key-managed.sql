--liquibase formatted sql
--changeset mizan:0430-api-key-managed
--comment: Where a key may be used from, and which member of staff made it.
ALTER TABLE api_key
  ADD COLUMN addresses VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'addresses and networks with blanks between; NULL: from anywhere',
  ADD COLUMN made_by UUID NULL COMMENT 'NULL: by the deployment itself',
  ADD CONSTRAINT fk_api_key_made_by FOREIGN KEY (made_by) REFERENCES staff (id);
--rollback ALTER TABLE api_key DROP FOREIGN KEY fk_api_key_made_by, DROP COLUMN made_by, DROP COLUMN addresses;
