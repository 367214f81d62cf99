/** A BTCPay Server, simulated: invoices, the page on which a customer pays, pull payments, and messages. */
package sandbox.btcpay;
