package sandbox.rule;

import java.time.Duration;
import java.util.Optional;

/**
 * One thing that a provider shall do wrong.
 *
 * @param gateway whose rule it is, {@code stripe}
 * @param subject the checkout it is for, by the provider's id or by the merchant's own reference; {@link #EVERYBODY}
 * @param operation the API operation it is limited to, absent means any
 * @param remaining how many times it still applies, absent means for ever
 * @param setting seconds, minor units or a code, as its kind demands
 */
public record Rule(
        long id,
        String gateway,
        String subject,
        Misbehaviour kind,
        Optional<String> operation,
        Optional<Integer> remaining,
        Optional<String> setting) {
    public static final String EVERYBODY = "*";
    private static final long LONGEST_SECONDS = 10_000_000;

    /** @throws InvalidRule if the setting is missing, superfluous or of the wrong shape */
    public Rule {
        if (remaining.filter(times -> times < 0).isPresent()) {
            throw new InvalidRule("times must be at least 1, or absent for ever");
        }
        if (setting.isEmpty()) {
            setting = kind.fallback();
        }
        var problem =
                switch (kind.setting()) {
                    case NOTHING -> setting.isPresent() ? "takes no setting" : "";
                    case SECONDS -> isWhole(setting, LONGEST_SECONDS) ? "" : "needs seconds, a whole number";
                    case AMOUNT -> isWhole(setting, Long.MAX_VALUE) ? "" : "needs amount, in minor units";
                    case CURRENCY -> isWritten(setting, "[A-Za-z]{3}") ? "" : "needs currency, three letters";
                    case CODE ->
                        isWritten(setting, "[A-Za-z0-9_.-]{1,64}") ? "" : "needs code, as the provider writes it";
                };
        if (!problem.isEmpty()) {
            throw new InvalidRule(kind.code() + " " + problem);
        }
    }

    public Duration seconds() {
        return Duration.ofSeconds(number());
    }

    public long number() {
        return Long.parseLong(setting.orElseThrow());
    }

    public String code() {
        return setting.orElseThrow();
    }

    private static boolean isWritten(Optional<String> setting, String pattern) {
        return setting.filter(text -> text.matches(pattern)).isPresent();
    }

    private static boolean isWhole(Optional<String> setting, long atMost) {
        try {
            var value = Long.parseLong(setting.orElse(""));
            return value >= 0 && value <= atMost;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** A rule that nobody can follow; the message says why, in words for whoever wrote it. */
    public static class InvalidRule extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        InvalidRule(String message) {
            super(message);
        }
    }
}
