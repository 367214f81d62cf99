package io.mizan.web.access;

import io.mizan.access.ApiKey;
import io.mizan.access.ApiKeys;
import io.mizan.staff.StaffDirectory;
import io.mizan.staff.StaffMember;
import io.mizan.web.http.Proxies;
import io.mizan.web.http.SecurityHeaders;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The application's one authentication mechanism (Jakarta Security 3.0 allows no second): API keys for calls of
 * programs, without a session; the mechanism of the portal, which is the one that is no alternative, for the portal. To
 * whatever else there is, callbacks above all, it does not matter who comes.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class ApiOrFormMechanism implements HttpAuthenticationMechanism {
    private static final Logger LOG = Logger.getLogger(ApiOrFormMechanism.class.getName());
    private static final String BEARER = "Bearer ";

    @Inject
    ApiKeys keys;

    @Inject
    StaffDirectory staff;

    @Inject
    Proxies proxies;

    @Inject
    SecurityHeaders headers;

    @Inject
    BeanManager beans;

    private volatile Optional<HttpAuthenticationMechanism> form;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        // Here too: who is sent to the sign-in page comes to no filter.
        headers.put(request, response);
        if (isOfPortal(request, context)) {
            var member = signedIn(request, context);
            if (member.isPresent()) {
                return context.notifyContainerAboutLogin(
                        new CallerPrincipal(member.get().username()),
                        member.get().roles());
            }
            var portal = form();
            return portal.isPresent() ? portal.get().validateRequest(request, response, context) : context.doNothing();
        }
        if (!isForPrograms(request)) {
            return context.doNothing();
        }
        var presented = look(request);
        request.setAttribute(PresentedKey.ATTRIBUTE, presented);
        return presented instanceof PresentedKey.Valid valid
                ? context.notifyContainerAboutLogin(principal(valid.key()), Set.of(role(valid.key())))
                : context.doNothing();
    }

    @Override
    public AuthenticationStatus secureResponse(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        var portal = form();
        return isOfPortal(request, context) && portal.isPresent()
                ? portal.get().secureResponse(request, response, context)
                : AuthenticationStatus.SUCCESS;
    }

    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var portal = form();
        if (isOfPortal(request, context) && portal.isPresent()) {
            portal.get().cleanSubject(request, response, context);
        } else {
            context.cleanClientSubject();
        }
    }

    /**
     * Who signed in before, named to the container anew, with their roles. Left to itself it takes these from the session by
     * way of an object that all its threads share: once in a while another request takes them away in between, and whoever
     * is signed in reads that they may not see the page.
     */
    private Optional<StaffMember> signedIn(HttpServletRequest request, HttpMessageContext context) {
        var principal = request.getUserPrincipal();
        if (principal == null || context.isAuthenticationRequest()) {
            return Optional.empty();
        }
        try {
            return staff.find(principal.getName());
        } catch (RuntimeException notNow) {
            LOG.log(Level.WARNING, "event=portal.roles outcome=unread", notNow);
            return Optional.empty(); // the portal's filter finds the same, and has a page for it
        }
    }

    private PresentedKey look(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null || header.isBlank()) {
            return new PresentedKey.None();
        }
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return new PresentedKey.Unknown();
        }
        try {
            return keys.authenticate(header.substring(BEARER.length()).strip())
                    .map(key -> key.mayCallFrom(proxies.clientOf(request))
                            ? new PresentedKey.Valid(key)
                            : new PresentedKey.Elsewhere())
                    .orElseGet(PresentedKey.Unknown::new);
        } catch (RuntimeException notNow) {
            // Thrown from here it would become the server's own page; the API's filter makes a problem of it.
            return new PresentedKey.Unchecked(notNow);
        }
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        var path = path(request);
        return path.startsWith("/api/") || path.startsWith("/sandbox/");
    }

    /**
     * Whatever asks for a sign-in, too: the server reads {@code //admin} and {@code /%61dmin} as an address of the portal, and
     * if nobody sends such a request to the sign-in page, it answers with nothing at all.
     */
    private static boolean isOfPortal(HttpServletRequest request, HttpMessageContext context) {
        var path = path(request);
        return context.isProtected() || path.equals("/admin") || path.startsWith("/admin/");
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static CallerPrincipal principal(ApiKey key) {
        return new CallerPrincipal("key:" + key.id());
    }

    private static String role(ApiKey key) {
        return key.isPublishable() ? Roles.BROWSER : Roles.MERCHANT;
    }

    private Optional<HttpAuthenticationMechanism> form() {
        var known = form;
        if (known == null) {
            known = beans.getBeans(HttpAuthenticationMechanism.class, Any.Literal.INSTANCE).stream()
                    .filter(bean -> !bean.isAlternative())
                    .findFirst()
                    .map(bean -> (HttpAuthenticationMechanism) beans.getReference(
                            bean, HttpAuthenticationMechanism.class, beans.createCreationalContext(bean)));
            form = known;
        }
        return known;
    }
}
