--liquibase formatted sql
--changeset mizan:0100-timeline-entry
--comment: What we knew about an order, and when. Append-only; prev_hash and hash chain the entries of an order.
CREATE TABLE timeline_entry (
  order_id   UUID NOT NULL,
  seq        BIGINT NOT NULL,
  at         DATETIME(6) NOT NULL,
  kind       VARCHAR(48) NOT NULL,
  actor      VARCHAR(80) NOT NULL COMMENT 'customer, merchant, gateway, mizan or the name of a member of staff',
  attempt_id UUID NULL,
  fact_id    UUID NULL,
  detail     VARCHAR(2000) NOT NULL COMMENT 'JSON, ids and digests only',
  prev_hash  CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  hash       CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (order_id, seq),
  CONSTRAINT fk_timeline_entry_order FOREIGN KEY (order_id) REFERENCES orders (id)
);
--rollback DROP TABLE timeline_entry;
