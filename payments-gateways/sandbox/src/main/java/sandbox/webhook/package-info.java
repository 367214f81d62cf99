/**
 * The provider's messages to the merchant: what is sent when, how often it is tried again, and what came of it. Knows no
 * provider: who signs and where to send is asked of a {@link sandbox.webhook.WebhookSender}.
 *
 * <p>Messages of one checkout go out one after the other in the order in which they were written, those of different
 * checkouts side by side; a merchant that does not answer holds up its own checkouts only.
 */
package sandbox.webhook;
