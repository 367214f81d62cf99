/** QPay's pages: the card, the code that the bank sends, and the way back. */
package sandbox.qpay.hosted;
