/** An invoice and what becomes of it: pure, without clock, database or wire. */
package sandbox.btcpay.invoice;
