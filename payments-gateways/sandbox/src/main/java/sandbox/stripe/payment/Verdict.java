package sandbox.stripe.payment;

import java.util.Optional;

/**
 * How a test card behaves when it is charged.
 *
 * @param challenge whether the customer is asked to authenticate first
 * @param decline the issuer's no, absent for a yes
 * @param risk {@code normal}, {@code elevated} or {@code highest}
 */
public record Verdict(boolean challenge, Optional<Decline> decline, String risk) {
    static final Verdict APPROVED = new Verdict(false, Optional.empty(), "normal");

    static Verdict declined(String word) {
        return new Verdict(false, Optional.of(Decline.of(word)), word.equals("fraudulent") ? "highest" : "normal");
    }

    Verdict afterChallenge() {
        return new Verdict(true, decline, risk);
    }

    Verdict atRisk(String level) {
        return new Verdict(challenge, decline, level);
    }

    /** The same card, after somebody asked for a decline. */
    public Verdict overruledBy(Optional<Decline> other) {
        return other.isPresent() ? new Verdict(challenge, other, risk) : this;
    }
}
