/**
 * BTCPay Server (Greenfield API): invoices that a customer pays from a wallet. Its messages say that something happened;
 * how much, and whether it is certain, is asked ({@link io.mizan.gateway.Callback.Reading.Hint}).
 */
package io.mizan.gateways.btcpay;
