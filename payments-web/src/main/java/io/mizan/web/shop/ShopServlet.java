package io.mizan.web.shop;

import io.mizan.access.KeyText;
import io.mizan.catalog.Catalog;
import io.mizan.catalog.Product;
import io.mizan.web.catalog.ProductView;
import io.mizan.web.demo.DemoCatalogue;
import io.mizan.web.demo.DemoSettings;
import io.mizan.web.json.JsonText;
import io.mizan.web.problem.ProblemAnswer;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** {@code GET /shop/shop.json}: what a shop's own server would write into its pages; {@code /shop} leads to the shop. */
@WebServlet(
        name = "Shop",
        urlPatterns = {"/shop", "/shop/shop.json"})
public class ShopServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient DemoSettings settings;

    @Inject
    transient Catalog catalog;

    /** @param publishableKey public by its nature; absent if the demonstration has none, and then nothing can be bought */
    record ShopView(Optional<String> publishableKey, List<String> currencies, List<ProductView> products) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        if (request.getServletPath().equals("/shop")) {
            answer.sendRedirect(request.getContextPath() + "/shop/");
            return;
        }
        try {
            var json = JsonText.of(
                    new ShopView(settings.publishableKey().map(KeyText::reveal), DemoCatalogue.CURRENCIES, products()));
            answer.setContentType("application/json");
            answer.setHeader("Cache-Control", "no-store");
            answer.getOutputStream().write(json);
        } catch (RuntimeException failure) {
            ProblemAnswer.send(request, answer, failure);
        }
    }

    /** At the prices that an order would have now. */
    private List<ProductView> products() {
        var skus = DemoCatalogue.PRODUCTS.stream().map(Product::sku).toList();
        var found = catalog.find(skus);
        return skus.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(ProductView::of)
                .toList();
    }
}
