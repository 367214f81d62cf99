--liquibase formatted sql
--changeset mizan:0402-callback-count
--comment: How many calls came to a gateway's callback address in an hour, by what became of them. Forged ones are nowhere else.
CREATE TABLE callback_count (
  gateway VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  outcome VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hour    DATETIME NOT NULL,
  calls   BIGINT NOT NULL,
  last_at DATETIME(6) NOT NULL,
  PRIMARY KEY (gateway, outcome, hour),
  KEY ix_callback_count_hour (hour)
);
--rollback DROP TABLE callback_count;
