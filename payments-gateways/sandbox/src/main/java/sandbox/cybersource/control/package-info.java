/** CyberSource on the control page. */
package sandbox.cybersource.control;
