package io.mizan.web.http;

import io.mizan.admin.access.VisitorAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The address that the current request came from, for limits. */
@RequestScoped
public class ClientAddress implements VisitorAddress {
    private static final int LONGEST = 64;

    @Inject
    HttpServletRequest request;

    @Inject
    Proxies proxies;

    /** Empty if what stands for it is no address at all. */
    @Override
    public Optional<String> value() {
        var client = proxies.clientOf(request);
        return Optional.of(client).filter(text -> !text.isBlank() && text.length() <= LONGEST);
    }
}
