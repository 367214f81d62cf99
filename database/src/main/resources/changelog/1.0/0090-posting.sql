--liquibase formatted sql
--changeset mizan:0090-posting
--comment: One debit (positive) or credit (negative), caused by one fact. Append-only; sums to zero for each fact and currency.
CREATE TABLE posting (
  id           UUID NOT NULL,
  order_id     UUID NOT NULL,
  fact_id      UUID NOT NULL,
  account      VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  currency     CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount_minor BIGINT NOT NULL COMMENT 'minor units of currency; debit positive, credit negative',
  posted_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uq_posting UNIQUE (order_id, fact_id, account, currency),
  CONSTRAINT fk_posting_order FOREIGN KEY (order_id) REFERENCES orders (id),
  CONSTRAINT fk_posting_fact FOREIGN KEY (fact_id) REFERENCES fact (id),
  CONSTRAINT ck_posting_amount CHECK (amount_minor <> 0)
);
--rollback DROP TABLE posting;
