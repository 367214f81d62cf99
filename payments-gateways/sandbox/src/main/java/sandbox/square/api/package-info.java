/** Square's API, below {@code /square/v2}. */
package sandbox.square.api;
