--liquibase formatted sql
--changeset mizan:0561-payment-attempt-redirect-forgotten
--comment: What lies in clear cannot be sealed here, for the key is not here: it is forgotten. That there was a page is kept, so that another attempt may be begun.
UPDATE payment_attempt SET sealed_redirect = '' WHERE redirect IS NOT NULL;
--rollback UPDATE payment_attempt SET sealed_redirect = NULL WHERE sealed_redirect = '';
