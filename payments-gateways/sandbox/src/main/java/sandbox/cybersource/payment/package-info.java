/** Checkouts and transactions as CyberSource keeps them, and what decides them. */
package sandbox.cybersource.payment;
