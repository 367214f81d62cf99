--liquibase formatted sql
--changeset mizan:0080-provider-ref
--comment: Which order and attempt an id of a provider belongs to.
CREATE TABLE provider_ref (
  account       VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ref           VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind          VARCHAR(32) NOT NULL,
  order_id      UUID NOT NULL,
  attempt_id    UUID NOT NULL,
  first_seen_at DATETIME(6) NOT NULL,
  PRIMARY KEY (account, ref),
  CONSTRAINT fk_provider_ref_attempt FOREIGN KEY (attempt_id) REFERENCES payment_attempt (id),
  KEY ix_provider_ref_ref (ref),
  KEY ix_provider_ref_attempt (attempt_id)
);
--rollback DROP TABLE provider_ref;
