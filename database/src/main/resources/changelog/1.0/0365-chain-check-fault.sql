--liquibase formatted sql
--changeset mizan:0365-chain-check-fault
--comment: What a verification found to be wrong.
CREATE TABLE chain_check_fault (
  check_id UUID NOT NULL,
  position BIGINT NOT NULL,
  kind     VARCHAR(32) NOT NULL,
  subject  VARCHAR(80) NOT NULL COMMENT 'outside id of the order, name of the person, or anchor',
  seq      BIGINT NOT NULL COMMENT 'the first number that is wrong',
  PRIMARY KEY (check_id, position),
  CONSTRAINT fk_chain_check_fault_check FOREIGN KEY (check_id) REFERENCES chain_check (id)
);
--rollback DROP TABLE chain_check_fault;
