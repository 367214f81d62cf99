-- The simulators' own tables. Every statement may run at every start. Times are milliseconds since the epoch.

CREATE TABLE IF NOT EXISTS simulated_clock (
  id             TINYINT NOT NULL,
  offset_seconds BIGINT  NOT NULL,
  CONSTRAINT pk_simulated_clock PRIMARY KEY (id)
);

-- What somebody asked a provider to do wrong. remaining NULL means for ever, subject '*' means everybody.
CREATE TABLE IF NOT EXISTS misbehaviour_rule (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  gateway    VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject    VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  kind       VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  operation  VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  remaining  INT          NULL,
  setting    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  created_at BIGINT       NOT NULL,
  CONSTRAINT pk_misbehaviour_rule PRIMARY KEY (id),
  INDEX ix_misbehaviour_rule_kind (gateway, kind)
);

-- One message to the merchant. due_at NULL means that nothing will be sent by itself.
CREATE TABLE IF NOT EXISTS webhook_delivery (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  gateway    VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject    VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_type VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  body       MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  state      VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  treatment  VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  forged     BOOLEAN      NOT NULL,
  attempts   INT          NOT NULL,
  due_at     BIGINT       NULL,
  created_at BIGINT       NOT NULL,
  CONSTRAINT pk_webhook_delivery PRIMARY KEY (id),
  INDEX ix_webhook_delivery_due (due_at),
  INDEX ix_webhook_delivery_event (event_id),
  INDEX ix_webhook_delivery_subject (gateway, subject)
);

ALTER TABLE webhook_delivery
  ADD COLUMN IF NOT EXISTS reencoded BOOLEAN NOT NULL DEFAULT FALSE AFTER forged,
  MODIFY COLUMN treatment VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;

CREATE TABLE IF NOT EXISTS webhook_attempt (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  delivery_id  BIGINT       NOT NULL,
  attempted_at BIGINT       NOT NULL,
  status       INT          NULL,
  error        VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  took_millis  BIGINT       NOT NULL,
  CONSTRAINT pk_webhook_attempt PRIMARY KEY (id),
  INDEX ix_webhook_attempt_delivery (delivery_id)
);

-- One checkout is one row: its session, its payment intent and its charges change together under one lock.
CREATE TABLE IF NOT EXISTS stripe_checkout (
  session_id VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reference  VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  intent_id  VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NULL,
  status     VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  due_at     BIGINT       NULL,
  body       MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  CONSTRAINT pk_stripe_checkout PRIMARY KEY (session_id),
  INDEX ix_stripe_checkout_due (due_at),
  INDEX ix_stripe_checkout_reference (reference)
);

-- Finds the checkout of any id, and gives lists their order.
CREATE TABLE IF NOT EXISTS stripe_object (
  seq        BIGINT       NOT NULL AUTO_INCREMENT,
  id         VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind       VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  session_id VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at BIGINT       NOT NULL,
  CONSTRAINT pk_stripe_object PRIMARY KEY (seq),
  CONSTRAINT uq_stripe_object_id UNIQUE (id),
  INDEX ix_stripe_object_kind (kind, seq),
  INDEX ix_stripe_object_session (session_id)
);

-- What the first use of a key came to; written in the same transaction as what it did.
CREATE TABLE IF NOT EXISTS stripe_idempotency (
  account     VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  idem_key    VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  fingerprint CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status      INT          NOT NULL,
  body        MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  request_id  VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at  BIGINT       NOT NULL,
  CONSTRAINT pk_stripe_idempotency PRIMARY KEY (account, idem_key)
);

-- What the other providers know, each in its own words. subject is the checkout that a thing belongs to.
CREATE TABLE IF NOT EXISTS simulated_thing (
  seq        BIGINT       NOT NULL AUTO_INCREMENT,
  gateway    VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind       VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id         VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject    VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reference  VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  due_at     BIGINT       NULL,
  created_at BIGINT       NOT NULL,
  body       MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  CONSTRAINT pk_simulated_thing PRIMARY KEY (seq),
  CONSTRAINT uq_simulated_thing UNIQUE (gateway, kind, id),
  INDEX ix_simulated_thing_id (gateway, id),
  INDEX ix_simulated_thing_subject (gateway, kind, subject),
  INDEX ix_simulated_thing_reference (gateway, kind, reference),
  INDEX ix_simulated_thing_due (due_at)
);

CREATE TABLE IF NOT EXISTS simulated_event (
  seq        BIGINT       NOT NULL AUTO_INCREMENT,
  gateway    VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id         VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  type       VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject    VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at BIGINT       NOT NULL,
  body       MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  CONSTRAINT pk_simulated_event PRIMARY KEY (seq),
  CONSTRAINT uq_simulated_event UNIQUE (gateway, id),
  INDEX ix_simulated_event_subject (gateway, subject)
);

-- status NULL: the first use of the key is at work, or ended in nothing.
CREATE TABLE IF NOT EXISTS simulated_answer (
  gateway     VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  scope       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  idem_key    VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  fingerprint CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status      INT          NULL,
  body        MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  created_at  BIGINT       NOT NULL,
  CONSTRAINT pk_simulated_answer PRIMARY KEY (gateway, scope, idem_key)
);
