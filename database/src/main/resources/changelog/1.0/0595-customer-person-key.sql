--liquibase formatted sql
--changeset mizan:0595-customer-person-key
--comment: Each start asks which master keys people who are not erased were sealed under.
CREATE INDEX ix_customer_person_key ON customer_person (erased_at, master_key);
--rollback DROP INDEX ix_customer_person_key ON customer_person;
