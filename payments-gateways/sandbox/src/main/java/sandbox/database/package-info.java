/**
 * Where the simulators keep their state: a schema of their own, written through, so that a provider's side survives a
 * restart as the real one would. Plain JDBC; the only package that knows a connection.
 */
package sandbox.database;
