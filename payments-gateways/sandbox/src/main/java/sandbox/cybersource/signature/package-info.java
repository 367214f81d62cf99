/** CyberSource's three signatures: of forms, of REST calls, and of webhooks. */
package sandbox.cybersource.signature;
