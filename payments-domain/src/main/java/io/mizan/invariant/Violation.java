package io.mizan.invariant;

import io.mizan.chain.ChainFault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A promise that the rows do not keep.
 *
 * @param invariant its number in {@code docs/invariants.md}
 * @param subject the outside id of an order or an event, or the name of what else it is about
 * @param sentence what is wrong, without personal data, as the log has it
 * @param difference from what is demanded, where one value differs from another
 * @param fault of a chain, where one is broken
 * @param broken what else must not be, where it has words of its own
 */
public record Violation(
        int invariant,
        String subject,
        String sentence,
        Optional<Difference> difference,
        Optional<ChainFault> fault,
        Optional<Broken> broken) {

    /** What can be stored differently from what is demanded. */
    public enum Field {
        STATUS,
        STATE,
        OPEN,
        DUE,
        AUTHORIZED,
        CAPTURED,
        VERDICT,
        LAST_DECLINE,
        PAYABLE_UNTIL,
        SURPRISES,
        IDEMPOTENCY_KEY,
        BALANCES;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Values are told as the log tells them: codes, ids, amounts with their currency, times in UTC; a decline by its category and
     * the gateway's word, a surprise by its kind, its subject and what it shows, a balance by its account.
     *
     * @param of a part of the subject, such as an attempt; empty for all of it
     * @param stored empty for nothing, several with {@link #BETWEEN} between them
     * @param demanded in the same way
     */
    public record Difference(String of, Field field, String stored, String demanded) {
        public static final String BETWEEN = "; ";

        String sentence() {
            return (of.isEmpty() ? "" : of + " ") + field.code().replace('_', ' ') + " is " + orNothing(stored)
                    + " and should be " + orNothing(demanded);
        }

        private static String orNothing(String value) {
            return value.isEmpty() ? "nothing" : value;
        }
    }

    /** @param values ids, amounts and numbers that the breach's sentence names, in its order */
    public record Broken(Breach breach, List<String> values) {
        public Broken {
            values = List.copyOf(values);
        }
    }

    static Violation of(int invariant, String subject, String sentence) {
        return new Violation(invariant, subject, sentence, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Violation of(String subject, Breach breach, List<String> values) {
        return new Violation(
                breach.invariant(),
                subject,
                breach.sentence(values),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Broken(breach, values)));
    }

    static Violation of(int invariant, String subject, Difference difference) {
        return new Violation(
                invariant, subject, difference.sentence(), Optional.of(difference), Optional.empty(), Optional.empty());
    }

    static Violation of(int invariant, ChainFault fault) {
        return new Violation(
                invariant,
                fault.subject(),
                "its chain is broken at " + fault.seq() + ": " + fault.kind().code(),
                Optional.empty(),
                Optional.of(fault),
                Optional.empty());
    }

    @Override
    public String toString() {
        return "invariant " + invariant + " " + subject + ": " + sentence;
    }
}
