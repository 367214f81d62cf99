/**
 * SADAD of Qatar, simulated as its documentation and its integrators describe it: Web Checkout 2.1 with its page, its
 * signed way back and its webhook, and the interface by which transactions are looked at and refunded. Imports nothing of
 * Mizan.
 */
package sandbox.sadad;
