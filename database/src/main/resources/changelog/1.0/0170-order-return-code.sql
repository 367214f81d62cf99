--liquibase formatted sql
--changeset mizan:0170-order-return-code
--comment: Codes that come back with the customer and open the status of one order, once.
CREATE TABLE order_return_code (
  code_hash  CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  order_id   UUID NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  used_at    DATETIME(6) NULL,
  PRIMARY KEY (code_hash),
  CONSTRAINT fk_order_return_code_order FOREIGN KEY (order_id) REFERENCES orders (id),
  KEY ix_order_return_code_expires (expires_at)
);
--rollback DROP TABLE order_return_code;
