package sandbox.cybersource.payment;

import java.util.Map;
import java.util.Optional;

/**
 * What comes of a customer's card, as the page's reply says it.
 *
 * @param decision of Secure Acceptance
 * @param reason its number; none for a customer who goes back
 */
public record Outcome(String decision, Optional<String> reason) {
    public static final Outcome APPROVED = new Outcome("ACCEPT", Optional.of("100"));
    public static final Outcome IN_REVIEW = new Outcome("REVIEW", Optional.of("520"));
    public static final Outcome CANCELED = new Outcome("CANCEL", Optional.empty());
    /** A form that was posted before. */
    public static final Outcome POSTED_TWICE = new Outcome("ERROR", Optional.of("104"));

    private static final Map<Integer, String> BANKS = Map.ofEntries(
            Map.entry(2001, "201"),
            Map.entry(2002, "201"),
            Map.entry(2003, "234"),
            Map.entry(2004, "205"),
            Map.entry(2007, "205"),
            Map.entry(2041, "205"),
            Map.entry(2043, "205"),
            Map.entry(2005, "203"),
            Map.entry(2012, "233"),
            Map.entry(2013, "233"),
            Map.entry(2079, "233"),
            Map.entry(2014, "231"),
            Map.entry(2051, "204"),
            Map.entry(2054, "202"),
            Map.entry(2836, "200"));
    private static final Map<Integer, String> FAILURES = Map.of(2006, "150", 2028, "150", 2091, "250");

    public static Outcome declined(String reason) {
        return new Outcome("DECLINE", Optional.of(reason));
    }

    /** By the table of the processors' simulators: 2000 and the bank's code, in whole units of any currency. */
    static Outcome byAmount(Sum asked) {
        var whole = asked.decimal().stripTrailingZeros();
        if (whole.scale() > 0 || whole.precision() - whole.scale() > 4) {
            return APPROVED;
        }
        var amount = whole.intValueExact();
        if (BANKS.containsKey(amount)) {
            return declined(BANKS.get(amount));
        }
        if (FAILURES.containsKey(amount)) {
            return new Outcome("ERROR", Optional.of(FAILURES.get(amount)));
        }
        return switch (amount) {
            case 2520 -> IN_REVIEW;
            case 3004 -> new Outcome("ACCEPT", Optional.of("110"));
            default -> APPROVED;
        };
    }

    /** Whether the bank agreed. */
    boolean isApproved() {
        return decision.equals("ACCEPT") || decision.equals("REVIEW");
    }

    boolean isFailure() {
        return decision.equals("ERROR");
    }
}
