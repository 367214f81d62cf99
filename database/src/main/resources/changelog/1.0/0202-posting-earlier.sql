--liquibase formatted sql
--changeset mizan:0202-posting-earlier
--comment: What a fact amounts to can change without another fact; its postings then follow one another, each once.
ALTER TABLE posting
  ADD COLUMN earlier INT NOT NULL DEFAULT 0 COMMENT 'how many postings stood on account of the same fact before' AFTER fact_id,
  DROP KEY uq_posting,
  ADD CONSTRAINT uq_posting UNIQUE (order_id, fact_id, account, currency, earlier);
--rollback ALTER TABLE posting DROP KEY uq_posting, ADD CONSTRAINT uq_posting UNIQUE (order_id, fact_id, account, currency), DROP COLUMN earlier;
