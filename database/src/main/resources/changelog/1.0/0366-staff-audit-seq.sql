--liquibase formatted sql
--changeset mizan:0366-staff-audit-seq
--comment: Acts of before chaining keep their numbers; the chain goes on after them.
UPDATE staff SET audit_seq = (SELECT COALESCE(MAX(a.seq), 0) FROM staff_audit a WHERE a.staff_id = staff.id);
--rollback UPDATE staff SET audit_seq = 0;
