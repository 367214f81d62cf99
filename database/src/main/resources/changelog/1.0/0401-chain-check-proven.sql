--liquibase formatted sql
--changeset mizan:0401-chain-check-proven
--comment: How many orders were derived from their facts once more and held against what is stored.
ALTER TABLE chain_check ADD COLUMN proven BIGINT NOT NULL DEFAULT 0 AFTER anchors;
--rollback ALTER TABLE chain_check DROP COLUMN proven;
