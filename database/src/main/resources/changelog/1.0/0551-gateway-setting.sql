--liquibase formatted sql
--changeset mizan:0551-gateway-setting
--comment: A setting that was entered in the portal and rules over the environment. No secret is one.
CREATE TABLE gateway_setting (
  gateway    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name       VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  value      VARCHAR(2000) NOT NULL,
  entered_by UUID NOT NULL,
  entered_at DATETIME(6) NOT NULL,
  PRIMARY KEY (gateway, name),
  CONSTRAINT fk_gateway_setting_account FOREIGN KEY (gateway) REFERENCES gateway_account (gateway),
  CONSTRAINT fk_gateway_setting_entered_by FOREIGN KEY (entered_by) REFERENCES staff (id)
);
--rollback DROP TABLE gateway_setting;
