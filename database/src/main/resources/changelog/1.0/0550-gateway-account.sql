--liquibase formatted sql
--changeset mizan:0550-gateway-account
--comment: A gateway about which something was entered in the portal. Others are as the environment says.
CREATE TABLE gateway_account (
  gateway    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version    BIGINT NOT NULL COMMENT 'grows with each change of what was entered; servers look at it',
  place      INT NULL COMMENT 'among those offered, from 1; NULL: as the environment says',
  changed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (gateway),
  CONSTRAINT ck_gateway_account_place CHECK (place > 0)
);
--rollback DROP TABLE gateway_account;
