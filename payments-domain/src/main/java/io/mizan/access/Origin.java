package io.mizan.access;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The origin of a web page as a browser writes it (RFC 6454): scheme, host and port in lower case, the scheme's own port
 * left out, nothing after it. Compared as a whole: there are no wildcards.
 */
public record Origin(String value) {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** @throws IllegalArgumentException unless {@code value} is an origin in that form, of http or https */
    public Origin {
        if (!of(value).filter(value::equals).isPresent()) {
            throw new IllegalArgumentException("an origin looks like https://shop.example or http://127.0.0.1:8080");
        }
    }

    /** The origin of an address; empty if it has none that a browser would name, or if it holds a user's name. */
    public static Optional<Origin> of(URI address) {
        return of(address.toString()).map(Origin::new);
    }

    /** Whether only this machine can be meant. */
    public boolean isLoopback() {
        return LOOPBACK.contains(URI.create(value).getHost());
    }

    public boolean isEncrypted() {
        return value.startsWith("https://");
    }

    /** Whether money may depend on it: encrypted, or of this machine in a sandbox. */
    public boolean isFitFor(Mode mode) {
        return isEncrypted() || (mode == Mode.SANDBOX && isLoopback());
    }

    @Override
    public String toString() {
        return value;
    }

    private static Optional<String> of(String text) {
        URI address;
        try {
            address = URI.create(text);
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
        var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("https") || scheme.equals("http");
        if (!web || address.getHost() == null || address.getRawUserInfo() != null) {
            return Optional.empty();
        }
        int usual = scheme.equals("https") ? 443 : 80;
        var port = address.getPort() == -1 || address.getPort() == usual ? "" : ":" + address.getPort();
        return Optional.of(scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + port);
    }
}
