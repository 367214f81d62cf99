package io.mizan.web.access;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** The door before every resource. What a key may do then is said on each: by {@code @RolesAllowed}, and by {@link Needs}. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class KeyFilter implements ContainerRequestFilter {
    @Context
    HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        Door.admit(request);
    }
}
