/** CyberSource's page: the card, and the way back from it. */
package sandbox.cybersource.hosted;
