/** BTCPay's adapter against BTCPay's simulator. */
package io.mizan.gateways.btcpay;
