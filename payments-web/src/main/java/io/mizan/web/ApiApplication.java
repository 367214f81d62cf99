package io.mizan.web;

import io.mizan.web.access.KeyFilter;
import io.mizan.web.access.ScopeFilter;
import io.mizan.web.attempt.AttemptsResource;
import io.mizan.web.attempt.OrderAttemptsResource;
import io.mizan.web.catalog.ProductsResource;
import io.mizan.web.gateway.GatewaysResource;
import io.mizan.web.json.JsonAnswers;
import io.mizan.web.json.RawBodies;
import io.mizan.web.order.OrdersResource;
import io.mizan.web.order.StatusResource;
import io.mizan.web.problem.ProblemMapper;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.eclipse.krazo.core.ViewResponseFilter;

/**
 * The API of merchants and checkout pages. What it consists of is listed, so that the portal's does not join in.
 *
 * <p>Krazo, which serves the portal, sets itself up in every application of a WAR that has controllers, and looks up services
 * on the class path at each request: two fifths of the time of a short call. Where its filter of views is registered already
 * it takes itself to be set up and stays away; the filter is bound to controllers, of which there are none here.
 */
@ApplicationPath("api")
public class ApiApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                ProductsResource.class,
                GatewaysResource.class,
                OrdersResource.class,
                StatusResource.class,
                OrderAttemptsResource.class,
                AttemptsResource.class,
                KeyFilter.class,
                ScopeFilter.class,
                RawBodies.class,
                JsonAnswers.class,
                ProblemMapper.Any.class,
                ProblemMapper.OfTransactions.class,
                ProblemMapper.OfProtocol.class,
                ViewResponseFilter.class);
    }

    /** No description of the resources beside the written one. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
