--liquibase formatted sql
--changeset mizan:0563-gateway-secret-name
--comment: A secret and the name that the provider knows it by are one credential, entered and exchanged in one step.
ALTER TABLE gateway_secret ADD COLUMN key_name VARCHAR(200) NULL COMMENT 'by which the provider knows it, where it has a name';

UPDATE gateway_secret s
  JOIN gateway_setting g ON g.gateway = s.gateway
   AND (s.gateway, s.name, s.state, g.name) IN (
     ('cybersource', 'secret.key', 'ACTIVE', 'access.key'),
     ('cybersource', 'secret.key', 'RETIRING', 'access.key.previous'),
     ('cybersource', 'api.secret', 'ACTIVE', 'api.key.id'),
     ('cybersource', 'webhook.key', 'ACTIVE', 'webhook.key.id'),
     ('cybersource', 'webhook.key', 'RETIRING', 'webhook.key.id.previous'),
     ('razorpay', 'key.secrets', 'ACTIVE', 'key.id'),
     ('razorpay', 'key.secrets', 'RETIRING', 'key.id'),
     ('paypal', 'client.secret', 'ACTIVE', 'client.id'))
   SET s.key_name = g.value
 WHERE NOT s.of_environment;

DELETE FROM gateway_setting
 WHERE (gateway, name) IN (
   ('cybersource', 'access.key'), ('cybersource', 'access.key.previous'), ('cybersource', 'api.key.id'),
   ('cybersource', 'webhook.key.id'), ('cybersource', 'webhook.key.id.previous'),
   ('razorpay', 'key.id'), ('paypal', 'client.id'));
--rollback ALTER TABLE gateway_secret DROP COLUMN key_name;
