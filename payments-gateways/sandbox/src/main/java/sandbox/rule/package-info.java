/**
 * Rules that make a simulated provider misbehave: for one checkout or for all, for the next times or for ever. Knows no
 * provider; each simulator asks which rule applies and does what it says.
 */
package sandbox.rule;
