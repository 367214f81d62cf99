/** What the control page can do at the simulated Square. */
package sandbox.square.control;
