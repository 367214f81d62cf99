--liquibase formatted sql
--changeset mizan:0342-exception-case-queue-index
--comment: A page of the queue, the oldest first, by state and by owner.
ALTER TABLE exception_case
  ADD KEY ix_exception_case_queue (state, id),
  ADD KEY ix_exception_case_owner (owner, state, id);
--rollback ALTER TABLE exception_case DROP KEY ix_exception_case_queue, DROP KEY ix_exception_case_owner;
