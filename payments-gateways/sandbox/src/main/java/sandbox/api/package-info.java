/**
 * What every simulated API does the same way: an answer or silence, and the misbehaviour that a rule asks for. Knows no
 * provider.
 */
package sandbox.api;
