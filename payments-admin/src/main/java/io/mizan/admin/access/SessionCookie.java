package io.mizan.admin.access;

import io.mizan.checkout.CheckoutSettings;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Names the session's cookie. Where customers reach us by https it is a {@code __Host-} one, which browsers accept only
 * from this very host, over TLS and for all paths; on plain http, which a sandbox may use, they would refuse that.
 */
@WebListener
public class SessionCookie implements ServletContextListener {
    @Inject
    CheckoutSettings settings;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        boolean secure = "https".equals(settings.publicUrl().getScheme());
        var cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setName(secure ? "__Host-mizan" : "mizan_session");
        cookie.setSecure(secure);
        cookie.setHttpOnly(true);
        cookie.setPath("/");
    }
}
