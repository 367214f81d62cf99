/** What whoever watches over the simulators sees of QPay, and can do there without a browser. */
package sandbox.qpay.control;
