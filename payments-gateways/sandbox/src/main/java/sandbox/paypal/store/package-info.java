/** Where the orders are kept, and what is told when one changes. */
package sandbox.paypal.store;
