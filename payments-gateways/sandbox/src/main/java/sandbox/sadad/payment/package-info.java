/** Checkouts and their transactions as SADAD keeps them, and what decides them. */
package sandbox.sadad.payment;
