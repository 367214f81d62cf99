--liquibase formatted sql
--changeset mizan:0601-gateway-command-due-since
--comment: As of inquiries: what fails each time is never late, but has been due for long.
ALTER TABLE gateway_command
  ADD COLUMN due_since DATETIME(6) NULL COMMENT 'since when it is due, while whoever claimed it has not carried it through' AFTER due_at,
  ADD KEY ix_gateway_command_since (due_since);
--rollback ALTER TABLE gateway_command DROP KEY ix_gateway_command_since, DROP COLUMN due_since;
