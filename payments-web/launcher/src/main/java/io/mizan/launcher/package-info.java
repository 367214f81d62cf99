/**
 * Starts the whole system on one machine, to try it out and to test it: a database, the simulators of the providers, and
 * the server, each a process of its own that ends with us.
 *
 * <p>{@link io.mizan.launcher.Main} is the run command. Tests start the same processes through {@link
 * io.mizan.launcher.PayaraMicro} and {@link io.mizan.launcher.Wiring}. No production code: a live system is the WAR on a
 * server that its operator runs.
 */
package io.mizan.launcher;
