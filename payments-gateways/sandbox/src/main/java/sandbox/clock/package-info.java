/** The one clock of the simulators: the system's, plus an offset that tests and demonstrations set. */
package sandbox.clock;
