package io.mizan.gateways.settings;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What settings must be to work. A refusal is one sentence that a person can act on; it quotes no value, which may be a
 * secret in the wrong place. Whoever reports it names the gateway.
 */
public final class Requirements {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private Requirements() {}

    /** @throws IllegalArgumentException with that sentence, if it does not hold */
    public static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** @throws IllegalArgumentException if it is less or more */
    public static void requireBetween(String what, Duration value, Duration least, Duration most) {
        requireNonNull(value, what);
        require(
                value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                "the " + what + " is between " + least + " and " + most);
    }

    /** @throws IllegalArgumentException if there is none, or more than a rotation needs */
    public static void requireOneOrTwo(String what, Collection<?> secrets) {
        require(
                secrets.size() == 1 || secrets.size() == 2,
                "there is one " + what + ", or the new and the old one while they change");
    }

    /**
     * Https, or in sandbox mode http to this machine: secrets leave it in clear never.
     *
     * @throws IllegalArgumentException if it is anything else, or there is more to it than a host and a path
     */
    public static void requireReachable(String what, URI address, boolean live) {
        requireNonNull(address, what);
        require(hasHostAndPathOnly(address), "the address of the " + what + " has a host and a path, and nothing else");
        require(
                "https".equals(address.getScheme()) || (!live && isSimulated(address)),
                "the address of the " + what
                        + " begins with https; only in sandbox mode it may be http on this machine");
    }

    /**
     * As {@link #requireReachable}, for an address to which paths are added.
     *
     * @throws IllegalArgumentException if it is anything else, or has a slash at its end
     */
    public static void requireBase(String what, URI base, boolean live) {
        requireReachable(what, base, live);
        require(!base.getRawPath().endsWith("/"), "the address of the " + what + " has no slash at its end");
    }

    /** @throws IllegalArgumentException if there is none, or one that is shorter than a second or longer than a day */
    public static void requireIntervals(List<Duration> inquiryIntervals) {
        require(!inquiryIntervals.isEmpty(), "at least one inquiry interval is needed");
        inquiryIntervals.forEach(
                interval -> requireBetween("inquiry interval", interval, Duration.ofSeconds(1), Duration.ofDays(1)));
    }

    /** Http on this machine, where only a simulator is. */
    public static boolean isSimulated(URI address) {
        return "http".equals(address.getScheme())
                && address.getHost() != null
                && THIS_MACHINE.contains(address.getHost());
    }

    /** Without a query, a fragment and a user. */
    public static boolean hasHostAndPathOnly(URI address) {
        return address.getHost() != null
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && address.getRawUserInfo() == null;
    }
}
