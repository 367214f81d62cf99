package io.mizan.staff;

import java.time.Duration;

/**
 * How careful the portal is about its people.
 *
 * @param confirmedFor how long after somebody proved who they are they are believed for sensitive acts; default 5 min
 * @param approveWithin how long an act waits for its second person; default 72 h
 * @param setUpWithin how long the link works with which somebody sets their password; default 24 h
 * @param secondPersonInSandbox whether changes wait for a second administrator in a sandbox too; in live mode they always do
 */
public record StaffSettings(
        Duration confirmedFor, Duration approveWithin, Duration setUpWithin, boolean secondPersonInSandbox) {
    public static final StaffSettings DEFAULT =
            new StaffSettings(Duration.ofMinutes(5), Duration.ofHours(72), Duration.ofHours(24), false);

    public StaffSettings {
        if (confirmedFor.compareTo(Duration.ofSeconds(30)) < 0 || confirmedFor.compareTo(Duration.ofMinutes(30)) > 0) {
            throw new IllegalArgumentException("A confirmation is good for 30 seconds to 30 minutes");
        }
        if (approveWithin.compareTo(Duration.ofMinutes(10)) < 0 || setUpWithin.compareTo(Duration.ofMinutes(10)) < 0) {
            throw new IllegalArgumentException("Approving and setting up take at least 10 minutes");
        }
    }
}
