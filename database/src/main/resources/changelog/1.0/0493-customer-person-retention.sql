--liquibase formatted sql
--changeset mizan:0493-customer-person-retention
--comment: When it is looked whether a person has been kept long enough; NULL: erased.
ALTER TABLE customer_person
  ADD COLUMN retention_due_at DATETIME(6) NULL,
  ADD KEY ix_customer_person_retention (retention_due_at);
--rollback ALTER TABLE customer_person DROP KEY ix_customer_person_retention, DROP COLUMN retention_due_at;
