/**
 * How people and tests steer the simulators: a page and a JSON API over the rules, the clock, the checkouts and their
 * messages. Knows no provider; each simulator comes as a {@link sandbox.control.SimulatedGateway}.
 */
package sandbox.control;
