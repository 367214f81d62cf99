--liquibase formatted sql
--changeset mizan:0490-webhook-event-body-forgotten
--comment: A raw body may be destroyed: with its customer, or when it was kept long enough. Its digest stays.
ALTER TABLE webhook_event MODIFY COLUMN sealed_body MEDIUMBLOB NULL COMMENT 'NULL once destroyed';
--rollback ALTER TABLE webhook_event MODIFY COLUMN sealed_body MEDIUMBLOB NOT NULL;
