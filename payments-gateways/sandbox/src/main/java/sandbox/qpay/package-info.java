/**
 * QPay, Qatar's national debit gateway, simulated as its integration guide 1.8 and its integrators describe it: one
 * address to which a browser posts a payment and a merchant's server posts inquiries and refunds, and a page that posts
 * the customer back. Imports nothing of Mizan.
 */
package sandbox.qpay;
