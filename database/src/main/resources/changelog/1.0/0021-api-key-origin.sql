--liquibase formatted sql
--changeset mizan:0021-api-key-origin
--comment: The exact origins of pages that may use a publishable key and receive the customer back.
CREATE TABLE api_key_origin (
  api_key_id UUID NOT NULL,
  origin     VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (api_key_id, origin),
  CONSTRAINT fk_api_key_origin_key FOREIGN KEY (api_key_id) REFERENCES api_key (id)
);
--rollback DROP TABLE api_key_origin;
