/**
 * PayPal (Orders v2, Payments v2, webhooks). Approving moves no money: what the payer approved is captured or authorized
 * by a request of ours ({@link io.mizan.gateway}).
 */
package io.mizan.gateways.paypal;
