package io.mizan.web.order;

import io.mizan.catalog.Product;
import io.mizan.customer.CustomerDetails;
import io.mizan.order.OrderItem;
import io.mizan.web.json.Members;
import io.mizan.web.json.MoneyBody;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What {@code POST /api/v1/orders} is told.
 *
 * @param reference absent from a browser that has none
 * @param locale {@code en} or {@code ar}, the language in which the customer is spoken to
 */
record PlaceOrderBody(
        Optional<String> reference,
        List<OrderItem> items,
        Currency currency,
        CustomerDetails customer,
        String locale,
        URI returnUrl,
        Map<String, String> metadata) {
    private static final int MOST_ITEMS = 50;
    private static final long MOST_MINOR = 999_999_999_999L;
    private static final int LONGEST_DESCRIPTION = 200;
    private static final int LONGEST_URL = 2_000;
    private static final String DEFAULT_LOCALE = "en";
    private static final Set<String> LOCALES = Set.of("en", "ar");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{3,40}");

    /** @param ofBrowser whether a browser sends it, which need not name the order */
    static PlaceOrderBody read(Members body, boolean ofBrowser) {
        if (ofBrowser) {
            body.shape(List.of("items", "currency", "return_url"), List.of("reference", "customer", "metadata"));
        } else {
            body.shape(List.of("reference", "items", "currency", "return_url"), List.of("customer", "metadata"));
        }
        var reference = ofBrowser
                ? body.optionalValue("reference", Reference::ofBrowser)
                : Optional.of(body.value("reference", Reference::read));
        var customer = body.optionalObject("customer", Customer::read).orElse(Customer.NONE);
        return new PlaceOrderBody(
                reference,
                body.list("items", MOST_ITEMS, PlaceOrderBody::item),
                body.value("currency", MoneyBody::currency),
                customer.details,
                customer.locale,
                body.value("return_url", PlaceOrderBody::url),
                body.texts("metadata", 20, 40, 500));
    }

    /** The first item that names its own price, if any does. */
    Optional<Integer> firstPriced() {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof OrderItem.Priced) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private record Customer(CustomerDetails details, String locale) {
        static final Customer NONE = new Customer(CustomerDetails.NONE, DEFAULT_LOCALE);

        static Customer read(Members customer) {
            customer.shape(List.of(), List.of("email", "name", "phone", "country", "locale"));
            var details = new CustomerDetails(
                    customer.optionalValue(
                            "email", text -> matching(EMAIL, text, "an address has one @ and no blanks")),
                    customer.optionalText("name", 200),
                    customer.optionalValue(
                            "phone", text -> matching(PHONE, text, "a phone number has digits and + - ()")),
                    customer.optionalValue(
                            "country", text -> oneOf(COUNTRIES, text, "a country is two capitals of ISO 3166")));
            var locale = customer.optionalValue("locale", text -> oneOf(LOCALES, text, "a locale is en or ar"))
                    .orElse(DEFAULT_LOCALE);
            return new Customer(details, locale);
        }
    }

    /** {@code {sku, quantity}} or {@code {description, unit_amount, quantity}}, told apart by the SKU. */
    private static OrderItem item(Members item) {
        if (item.has("sku") || !(item.has("description") || item.has("unit_amount"))) {
            item.shape(List.of("sku", "quantity"), List.of());
            return new OrderItem.OfCatalog(item.value("sku", PlaceOrderBody::sku), quantity(item));
        }
        item.shape(List.of("description", "unit_amount", "quantity"), List.of());
        return new OrderItem.Priced(
                item.text("description", LONGEST_DESCRIPTION),
                item.number("unit_amount", 1, MOST_MINOR),
                quantity(item));
    }

    private static int quantity(Members item) {
        return item.integer("quantity", 1, OrderItem.MOST);
    }

    private static String sku(String text) {
        if (!Product.isSku(text)) {
            throw new IllegalArgumentException("a SKU is 1 to 64 of A-Z, a-z, 0-9, dot, hyphen and underscore");
        }
        return text;
    }

    private static URI url(String text) {
        var url = text.length() > LONGEST_URL ? null : URI.create(text);
        if (url == null || !url.isAbsolute() || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "it is an absolute address without a fragment, at most " + LONGEST_URL + " characters");
        }
        return url;
    }

    private static String matching(Pattern pattern, String text, String otherwise) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(otherwise);
        }
        return text;
    }

    private static String oneOf(Set<String> known, String text, String otherwise) {
        if (!known.contains(text)) {
            throw new IllegalArgumentException(otherwise);
        }
        return text;
    }
}
