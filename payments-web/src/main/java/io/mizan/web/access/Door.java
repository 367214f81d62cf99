package io.mizan.web.access;

import io.mizan.access.ApiKey;
import io.mizan.access.Scope;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import jakarta.servlet.http.HttpServletRequest;

/** Lets calls in: with a valid key only, and those of a publishable key only from pages of its origins. */
public final class Door {
    private Door() {}

    /**
     * The key of a call that may come in.
     *
     * @throws MizanException {@code AUTHENTICATION_REQUIRED}, {@code KEY_INVALID}, {@code ADDRESS_NOT_ALLOWED} or
     *     {@code ORIGIN_NOT_ALLOWED}
     */
    public static ApiKey admit(HttpServletRequest request) {
        var presented = PresentedKey.of(request);
        if (presented instanceof PresentedKey.Unchecked unchecked) {
            throw unchecked.cause();
        }
        if (presented instanceof PresentedKey.Unknown) {
            throw MizanException.of(
                    ErrorCode.KEY_INVALID,
                    "Authorization",
                    "This key does not exist, has expired, was revoked, or belongs to the other mode.");
        }
        if (presented instanceof PresentedKey.Elsewhere) {
            throw new MizanException(
                    ErrorCode.ADDRESS_NOT_ALLOWED,
                    "This key may not be used from this address. Add the address to the key, or call from one of its own.");
        }
        var key = PresentedKey.keyOf(request)
                .orElseThrow(() -> MizanException.of(
                        ErrorCode.AUTHENTICATION_REQUIRED,
                        "Authorization",
                        "Send an API key as \"Authorization: Bearer sk_...\", or \"pk_...\" from a page."));
        refuseForeignPages(key, request.getHeader("Origin"));
        return key;
    }

    /** @throws MizanException {@code SCOPE_MISSING}, and which */
    static void require(ApiKey key, Scope scope) {
        if (!key.may(scope)) {
            throw new MizanException(ErrorCode.SCOPE_MISSING, "This key lacks the scope " + scope.code() + ".")
                    .with("scope", scope.code());
        }
    }

    /** @throws MizanException {@code SCOPE_MISSING} unless the key may do everything */
    public static void requireAll(ApiKey key) {
        Scope.ALL.forEach(scope -> require(key, scope));
    }

    /** Programs send no origin, and neither do browsers that read from their own: there is nothing to compare then. */
    static void refuseForeignPages(ApiKey key, String origin) {
        if (key.isPublishable() && origin != null && !allows(key, origin)) {
            throw MizanException.of(
                    ErrorCode.ORIGIN_NOT_ALLOWED,
                    "Origin",
                    "Pages of this origin may not use this key. Add the origin to the key, or use the key of this page.");
        }
    }

    private static boolean allows(ApiKey key, String origin) {
        return key.origins().stream().anyMatch(allowed -> allowed.value().equals(origin));
    }
}
