--liquibase formatted sql
--changeset mizan:0030-customer-person
--comment: The only table with personal data, sealed with a key of its own for each person; destroying that key erases the person.
CREATE TABLE customer_person (
  id          UUID NOT NULL,
  master_key  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'id of the master key that wraps the key of this person',
  wrapped_key VARBINARY(200) NULL COMMENT 'NULL once erased',
  sealed      VARBINARY(4000) NULL COMMENT 'name, e-mail, phone, country; NULL once erased',
  email_hash  CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'keyed hash of the normalised address',
  created_at  DATETIME(6) NOT NULL,
  erased_at   DATETIME(6) NULL,
  PRIMARY KEY (id),
  KEY ix_customer_person_email (email_hash)
);
--rollback DROP TABLE customer_person;
