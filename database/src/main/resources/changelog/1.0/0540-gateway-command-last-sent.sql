--liquibase formatted sql
--changeset mizan:0540-gateway-command-last-sent
--comment: How long "not found" means nothing is counted from the last sending, the life of a key from the first.
ALTER TABLE gateway_command ADD COLUMN last_sent_at DATETIME(6) NULL COMMENT 'last time on the wire' AFTER sent_at;
--rollback ALTER TABLE gateway_command DROP COLUMN last_sent_at;
