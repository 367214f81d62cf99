/** The orders, links, payments and refunds of the simulated Square, and what customers and merchant do to them. */
package sandbox.square.book;
