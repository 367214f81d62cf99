/**
 * Stripe's HTTP API: form-encoded requests, JSON answers, errors, idempotency keys, paging and expansion, as the official
 * SDKs expect them. Paths that the simulator does not play answer 404 as Stripe does for an unknown URL.
 */
package sandbox.stripe.api;
