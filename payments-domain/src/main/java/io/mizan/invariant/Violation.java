package io.mizan.invariant;

/**
 * A promise that the rows do not keep.
 *
 * @param invariant its number in {@code docs/invariants.md}
 * @param subject the outside id of an order or an event, or the name of what else it is about
 * @param sentence what is wrong, without personal data
 */
public record Violation(int invariant, String subject, String sentence) {
    @Override
    public String toString() {
        return "invariant " + invariant + " " + subject + ": " + sentence;
    }
}
