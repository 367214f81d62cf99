--liquibase formatted sql
--changeset mizan:0022-api-key-order-limit
--comment: The largest order that a publishable key may place, for each currency.
CREATE TABLE api_key_order_limit (
  api_key_id UUID NOT NULL,
  currency   CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  max_minor  BIGINT NOT NULL COMMENT 'minor units of currency',
  PRIMARY KEY (api_key_id, currency),
  CONSTRAINT fk_api_key_order_limit_key FOREIGN KEY (api_key_id) REFERENCES api_key (id),
  CONSTRAINT ck_api_key_order_limit CHECK (max_minor > 0)
);
--rollback DROP TABLE api_key_order_limit;
