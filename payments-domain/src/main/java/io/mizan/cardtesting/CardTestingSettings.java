package io.mizan.cardtesting;

import java.time.Duration;

/**
 * When the tries of one key look like card testing.
 *
 * @param declines never with fewer declines than this; default 20, at least 3
 * @param percent of the tries that are looked at, as many have to be declined; default 80, 50 to 100
 * @param tries how many of the latest tries are looked at; default 100, from {@code declines} to 1000
 * @param window and none that are older than this; default 15 min
 * @param pause for how long the key then takes no new attempts; default 15 min, 1 min to 24 h
 */
public record CardTestingSettings(int declines, int percent, int tries, Duration window, Duration pause) {
    public static final CardTestingSettings DEFAULT =
            new CardTestingSettings(20, 80, 100, Duration.ofMinutes(15), Duration.ofMinutes(15));

    public CardTestingSettings {
        if (declines < 3 || percent < 50 || percent > 100 || tries < declines || tries > 1000) {
            throw new IllegalArgumentException(
                    "Card testing is 3 declines or more, 50 to 100 percent of at most 1000 tries");
        }
        if (window.compareTo(Duration.ofMinutes(1)) < 0
                || window.compareTo(Duration.ofHours(24)) > 0
                || pause.compareTo(Duration.ofMinutes(1)) < 0
                || pause.compareTo(Duration.ofHours(24)) > 0) {
            throw new IllegalArgumentException("Card testing is looked for, and paused for, 1 minute to 24 hours");
        }
    }

    boolean areSuspicious(CardTries.Tally tally) {
        return tally.declined() >= declines && tally.declined() * 100L >= tally.tries() * (long) percent;
    }
}
