--liquibase formatted sql
--changeset mizan:0072-fact-evidence
--comment: The messages that carried a fact. Append-only.
CREATE TABLE fact_evidence (
  id             UUID NOT NULL,
  fact_id        UUID NOT NULL,
  order_id       UUID NOT NULL,
  source         VARCHAR(16) NOT NULL,
  source_ref     VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the stored event, command or decision',
  message_ref    VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'how the provider names the message',
  message_type   VARCHAR(100) NOT NULL,
  message_sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  proof          VARCHAR(100) NOT NULL COMMENT 'whose signature, or whose authenticated answer',
  effective_at   DATETIME(6) NULL COMMENT 'when it happened, as the provider states it',
  detail         VARCHAR(2000) NOT NULL COMMENT 'what it said, JSON, without secrets or personal data',
  received_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uq_fact_evidence_source UNIQUE (fact_id, source, source_ref),
  CONSTRAINT fk_fact_evidence_fact FOREIGN KEY (fact_id) REFERENCES fact (id),
  KEY ix_fact_evidence_order (order_id)
);
--rollback DROP TABLE fact_evidence;
