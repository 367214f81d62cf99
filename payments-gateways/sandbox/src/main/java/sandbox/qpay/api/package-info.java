/** The one address of QPay: what is posted to it, how it is looked at, and what it answers. */
package sandbox.qpay.api;
