package io.mizan.web.catalog;

import io.mizan.access.Scope;
import io.mizan.catalog.Catalog;
import io.mizan.catalog.Product;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.web.access.Needs;
import io.mizan.web.access.Roles;
import io.mizan.web.json.Members;
import io.mizan.web.json.StrictJson;
import io.mizan.web.page.Cursor;
import io.mizan.web.page.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;

/** What the merchant sells. */
@Path("v1/products")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed(Roles.MERCHANT)
public class ProductsResource {
    private static final String LIST = "products";

    @Inject
    Catalog catalog;

    /** Adds a product (201) or replaces it (200). A repeat changes nothing, so it needs no idempotency key. */
    @PUT
    @Path("{sku}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.CATALOG)
    public Response put(@PathParam("sku") String sku, byte[] body) {
        if (!Product.isSku(sku)) {
            throw MizanException.of(
                    ErrorCode.INVALID_FIELD, "sku", "A SKU is 1 to 64 of A-Z, a-z, 0-9, dot, hyphen and underscore.");
        }
        Members.refuseCardNumber("sku", sku);
        var product = StrictJson.read(body, members -> ProductBody.read(sku, members));
        var status = catalog.put(product) ? Status.CREATED : Status.OK;
        return Response.status(status).entity(ProductView.of(product)).build();
    }

    @GET
    @Path("{sku}")
    @Needs(Scope.READ)
    public ProductView get(@PathParam("sku") String sku) {
        var found = catalog.find(Set.of(sku)).get(sku);
        if (found == null) {
            throw new MizanException(ErrorCode.NOT_FOUND, "There is no such product.");
        }
        return ProductView.of(found);
    }

    @GET
    @Needs(Scope.READ)
    public ProductsView list(@Context UriInfo uri) {
        var query = Query.of(uri, Set.of("cursor", "limit"));
        int limit = query.limit();
        List<Product> found = catalog.page(query.after(LIST, sku -> sku), limit + 1);
        return new ProductsView(
                found.stream().limit(limit).map(ProductView::of).toList(),
                Cursor.next(LIST, found, limit, Product::sku));
    }
}
