--liquibase formatted sql
--changeset mizan:0151-staff-role
--comment: What a member of staff may do.
CREATE TABLE staff_role (
  staff_id UUID NOT NULL,
  role     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (staff_id, role),
  CONSTRAINT fk_staff_role_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
  CONSTRAINT ck_staff_role CHECK (role IN ('support', 'finance', 'operator', 'administrator'))
);
--rollback DROP TABLE staff_role;
