--liquibase formatted sql
--changeset mizan:0361-staff-anchor-due
--comment: The head of a person's audit, and when it is due to be anchored; NULL: it is.
ALTER TABLE staff
  ADD COLUMN audit_seq BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN audit_head CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN anchor_due_at DATETIME(6) NULL,
  ADD KEY ix_staff_anchor (anchor_due_at);
--rollback ALTER TABLE staff DROP KEY ix_staff_anchor, DROP COLUMN anchor_due_at, DROP COLUMN audit_head, DROP COLUMN audit_seq;
