--liquibase formatted sql
--changeset mizan:0494-customer-person-retention-begins
--comment: Who is kept already is looked at like everybody else.
UPDATE customer_person SET retention_due_at = created_at + INTERVAL 30 DAY WHERE erased_at IS NULL;
--rollback UPDATE customer_person SET retention_due_at = NULL;
