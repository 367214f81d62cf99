--liquibase formatted sql
--changeset mizan:0011-product-price
--comment: One price of a product for each currency it is sold in.
CREATE TABLE product_price (
  sku          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  currency     CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount_minor BIGINT NOT NULL COMMENT 'minor units of currency',
  PRIMARY KEY (sku, currency),
  CONSTRAINT fk_product_price_product FOREIGN KEY (sku) REFERENCES product (sku),
  CONSTRAINT ck_product_price_amount CHECK (amount_minor > 0)
);
--rollback DROP TABLE product_price;
