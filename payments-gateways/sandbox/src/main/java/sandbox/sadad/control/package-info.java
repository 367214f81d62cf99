/** What whoever watches over the simulators sees of SADAD, and can do there without a browser. */
package sandbox.sadad.control;
