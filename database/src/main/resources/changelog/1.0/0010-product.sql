--liquibase formatted sql
--changeset mizan:0010-product
--comment: What the merchant sells, as far as a payment needs to know it.
CREATE TABLE product (
  sku        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name       VARCHAR(200) NOT NULL,
  created_at DATETIME(6)  NOT NULL,
  updated_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (sku)
);
--rollback DROP TABLE product;
