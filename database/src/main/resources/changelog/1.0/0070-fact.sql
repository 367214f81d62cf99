--liquibase formatted sql
--changeset mizan:0070-fact
--comment: Verified events of the world, each once, identified by what happened and not by the message that told it. Append-only.
CREATE TABLE fact (
  id           UUID NOT NULL,
  order_id     UUID NOT NULL,
  attempt_id   UUID NULL,
  account      VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  object_ref   VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  qualifier    VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  amount_minor BIGINT NOT NULL DEFAULT 0 COMMENT 'minor units of currency',
  currency     CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'XXX',
  recorded_at  DATETIME(6) NOT NULL COMMENT 'never read by derivation',
  PRIMARY KEY (id),
  CONSTRAINT uq_fact_identity UNIQUE (account, kind, object_ref, qualifier, amount_minor, currency),
  CONSTRAINT fk_fact_order FOREIGN KEY (order_id) REFERENCES orders (id),
  CONSTRAINT fk_fact_attempt FOREIGN KEY (attempt_id) REFERENCES payment_attempt (id),
  CONSTRAINT ck_fact_amount CHECK (amount_minor >= 0),
  KEY ix_fact_order (order_id)
);
--rollback DROP TABLE fact;
