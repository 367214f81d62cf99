/**
 * CyberSource, simulated as its guides and its integrators describe it: the page of Secure Acceptance with its signed form in
 * and its signed form out, by the browser and by the server, and the REST interface with HTTP signatures by which
 * transactions are searched, captured, reversed, voided and refunded. Imports nothing of Mizan.
 */
package sandbox.cybersource;
