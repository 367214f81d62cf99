/**
 * What every test that needs a process shares: one MariaDB, one process with the simulators, one server (A), each started
 * when the first test asks for it and stopped when the last has ended.
 *
 * <p>Tests share them, so each owns the orders it makes and asserts nothing about all of them.
 */
package io.mizan.testbed;
