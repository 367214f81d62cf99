/** What every simulator does the same way over HTTP: who may ask at all, which headers every answer has, how to hang up. */
package sandbox.http;
