/** The REST interface, the forms by which a browser comes and goes, and what CyberSource's server sends. */
package sandbox.cybersource.api;
