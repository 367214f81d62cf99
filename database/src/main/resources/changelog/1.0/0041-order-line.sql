--liquibase formatted sql
--changeset mizan:0041-order-line
--comment: How the amount of an order came about, line by line.
CREATE TABLE order_line (
  order_id     UUID NOT NULL,
  line_no      INT NOT NULL,
  kind         VARCHAR(16) NOT NULL,
  sku          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  description  VARCHAR(200) NOT NULL,
  unit_minor   BIGINT NOT NULL COMMENT 'minor units of the currency of the order',
  quantity     INT NOT NULL,
  amount_minor BIGINT NOT NULL COMMENT 'minor units of the currency of the order',
  computed     VARCHAR(32) NOT NULL COMMENT 'where the unit price came from',
  PRIMARY KEY (order_id, line_no),
  CONSTRAINT fk_order_line_order FOREIGN KEY (order_id) REFERENCES orders (id),
  CONSTRAINT ck_order_line_amount CHECK (amount_minor = unit_minor * quantity),
  CONSTRAINT ck_order_line_quantity CHECK (quantity > 0)
);
--rollback DROP TABLE order_line;
