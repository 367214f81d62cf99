package io.mizan.admin.access;

import io.mizan.checkout.CheckoutSettings;
import io.mizan.secrets.Digests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A second secret beside the id of a session. The server makes its ids of the time, of an object's hash and of some sixty
 * random bits, too few for what a session opens; so a session is worth something only together with 256 random bits in a
 * cookie of its own.
 */
@ApplicationScoped
public class SessionSecret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    @Inject
    CheckoutSettings settings;

    /** Gives the browser a new one. Returns what to hold the cookie against later. */
    String fresh(HttpServletResponse response) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        response.addCookie(cookie(secret));
        return Digests.sha256(secret);
    }

    /** @param digest null if the session never had one */
    boolean isPresented(HttpServletRequest request, String digest) {
        return digest != null
                && presented(request)
                        .filter(secret -> MessageDigest.isEqual(bytes(digest), bytes(Digests.sha256(secret))))
                        .isPresent();
    }

    private Optional<String> presented(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies())
                .map(Arrays::stream)
                .orElseGet(Stream::empty)
                .filter(cookie -> cookie.getName().equals(name()))
                .map(Cookie::getValue)
                .findFirst();
    }

    private Cookie cookie(String secret) {
        var cookie = new Cookie(name(), secret);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(isEncrypted());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private String name() {
        return isEncrypted() ? "__Host-mizan_secret" : "mizan_secret";
    }

    private boolean isEncrypted() {
        return "https".equals(settings.publicUrl().getScheme());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
