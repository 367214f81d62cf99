/** Payments and refunds as QPay keeps them, and what decides them: cards, codes, amounts that stand for an outcome. */
package sandbox.qpay.payment;
