package io.mizan.web.access;

import io.mizan.access.ApiKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Who makes the current call. Only where the {@link Door} has let it in. */
@RequestScoped
public class Caller {
    @Inject
    HttpServletRequest request;

    public ApiKey key() {
        return PresentedKey.keyOf(request).orElseThrow(() -> new IllegalStateException("nobody was let in"));
    }

    public boolean isBrowser() {
        return key().isPublishable();
    }

    /** How the timeline names this caller. */
    public String actor() {
        return isBrowser() ? "customer" : "merchant";
    }
}
