--liquibase formatted sql
--changeset mizan:0130-merchant-event
--comment: What the merchant will be told, frozen with the change that caused it. Append-only.
CREATE TABLE merchant_event (
  id         UUID NOT NULL,
  order_id   UUID NOT NULL,
  order_seq  BIGINT NOT NULL,
  type       VARCHAR(60) NOT NULL,
  payload    LONGTEXT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uq_merchant_event UNIQUE (order_id, order_seq),
  CONSTRAINT fk_merchant_event_order FOREIGN KEY (order_id) REFERENCES orders (id)
);
--rollback DROP TABLE merchant_event;
