--liquibase formatted sql
--changeset mizan:0510-card-try
--comment: What issuers said lately to tries to pay orders of a key, to notice when stolen cards are tried out. Append-only, swept after hours.
CREATE TABLE card_try (
  id         UUID NOT NULL COMMENT 'of the fact that told it',
  api_key_id UUID NOT NULL COMMENT 'the key that the order was placed with',
  declined   BOOLEAN NOT NULL,
  at         DATETIME(6) NOT NULL COMMENT 'when we learned it',
  PRIMARY KEY (id),
  KEY ix_card_try_key (api_key_id, at, declined)
);
--rollback DROP TABLE card_try;
