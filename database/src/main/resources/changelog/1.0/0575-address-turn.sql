--liquibase formatted sql
--changeset mizan:0575-address-turn
--comment: Whoever begins something from an address holds its row while what came from there is counted, so that those who come at once are all counted.
CREATE TABLE address_turn (
  address_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'keyed',
  taken_at     DATETIME(6) NOT NULL,
  PRIMARY KEY (address_hash),
  KEY ix_address_turn_taken (taken_at)
);
--rollback DROP TABLE address_turn;
