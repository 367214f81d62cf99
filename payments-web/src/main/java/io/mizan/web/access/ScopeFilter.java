package io.mizan.web.access;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Holds every call of the API against the scopes of its key. A method that forgot to say what it needs is called by nobody. */
@Provider
@Priority(Priorities.AUTHORIZATION + 100) // after the role: what a page may not do at all is no matter of scopes
public class ScopeFilter implements ContainerRequestFilter {
    @Context
    ResourceInfo resource;

    @Context
    HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        var needs = resource.getResourceMethod().getAnnotation(Needs.class);
        if (needs == null) {
            throw new IllegalStateException(resource.getResourceMethod() + " does not say which scope it needs");
        }
        PresentedKey.keyOf(request).ifPresent(key -> Door.require(key, needs.value()));
    }
}
