--liquibase formatted sql
--changeset mizan:0511-key-stop
--comment: A time during which orders of a key take no new attempts, because nearly all of the latest were declined.
CREATE TABLE key_stop (
  id         UUID NOT NULL,
  api_key_id UUID NOT NULL,
  stopped_at DATETIME(6) NOT NULL,
  ends_at    DATETIME(6) NOT NULL,
  declined   INT NOT NULL,
  tries      INT NOT NULL COMMENT 'of which so many were declined',
  ended_by   UUID NULL COMMENT 'the member of staff who ended it early',
  PRIMARY KEY (id),
  CONSTRAINT fk_key_stop_key FOREIGN KEY (api_key_id) REFERENCES api_key (id),
  CONSTRAINT fk_key_stop_ended_by FOREIGN KEY (ended_by) REFERENCES staff (id),
  CONSTRAINT ck_key_stop_tries CHECK (declined > 0 AND tries >= declined),
  KEY ix_key_stop_key (api_key_id, ends_at),
  KEY ix_key_stop_end (ends_at)
);
--rollback DROP TABLE key_stop;
