package sandbox.stripe.api;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sandbox.stripe.payment.CaptureMethod;
import sandbox.stripe.payment.Checkout;
import sandbox.stripe.payment.CheckoutTerms;
import sandbox.stripe.payment.Ids;
import sandbox.stripe.payment.LineItem;

/** Reads what a merchant sends to open a session, and refuses what Stripe refuses. */
final class SessionRequest {
    /** What is understood, and what changes nothing on this side of the simulation and may as well be sent. */
    static final Shape SHAPE = Shape.of(
            "mode",
            "success_url",
            "cancel_url",
            "client_reference_id",
            "customer_email",
            "customer_creation",
            "expires_at",
            "locale",
            "metadata[*]",
            "payment_method_types[#]",
            "submit_type",
            "ui_mode",
            "billing_address_collection",
            "allow_promotion_codes",
            "adaptive_pricing[enabled]",
            "automatic_tax[enabled]",
            "phone_number_collection[enabled]",
            "line_items[#][quantity]",
            "line_items[#][price_data][currency]",
            "line_items[#][price_data][unit_amount]",
            "line_items[#][price_data][unit_amount_decimal]",
            "line_items[#][price_data][tax_behavior]",
            "line_items[#][price_data][product_data][name]",
            "line_items[#][price_data][product_data][description]",
            "line_items[#][price_data][product_data][images][#]",
            "line_items[#][price_data][product_data][metadata][*]",
            "line_items[#][price_data][product_data][tax_code]",
            "payment_intent_data[capture_method]",
            "payment_intent_data[description]",
            "payment_intent_data[metadata][*]",
            "payment_intent_data[receipt_email]",
            "payment_intent_data[statement_descriptor]",
            "payment_intent_data[statement_descriptor_suffix]",
            "payment_intent_data[transfer_group]",
            "payment_method_options[card][request_three_d_secure]");

    private static final Duration SOONEST_EXPIRY = Duration.ofMinutes(30);
    private static final Duration LATEST_EXPIRY = Duration.ofHours(24);
    private static final int MOST_ITEMS = 100;
    private static final int LONGEST_REFERENCE = 200;

    private final Ids ids;

    SessionRequest(Ids ids) {
        this.ids = ids;
    }

    /** @throws StripeError naming the first parameter that is missing or wrong */
    Checkout read(Parameters parameters, Instant now) {
        var mode = parameters
                .oneOf("mode", "payment", "setup", "subscription")
                .orElseThrow(() -> parameters.missing("mode"));
        if (!mode.equals("payment")) {
            throw StripeError.invalidParameter("", "mode", "The simulator plays the mode 'payment' only.");
        }
        parameters.oneOf("ui_mode", "hosted", "hosted_page");
        var sent = parameters.items("line_items");
        if (sent.isEmpty()) {
            throw parameters.missing("line_items");
        }
        if (sent.size() > MOST_ITEMS) {
            throw StripeError.invalidParameter("", "line_items", "At most " + MOST_ITEMS + " line items may be sent.");
        }
        var currency = currencyOf(sent);
        var items = sent.stream().map(this::item).toList();
        var checkout = Checkout.opened(ids.session(), now, terms(parameters, items, now), currency);
        Currencies.checkTotal(checkout.total().minor(), currency);
        return checkout;
    }

    private CheckoutTerms terms(Parameters parameters, List<LineItem> items, Instant now) {
        var intent = parameters.below("payment_intent_data");
        var successUrl = url(parameters, "success_url").orElseThrow(() -> parameters.missing("success_url"));
        return new CheckoutTerms(
                items,
                successUrl,
                url(parameters, "cancel_url"),
                reference(parameters),
                email(parameters),
                parameters.text("locale"),
                captureMethod(intent),
                metadata(parameters),
                metadata(intent),
                intent.text("description"),
                methods(parameters),
                expiry(parameters, now));
    }

    private LineItem item(Parameters sent) {
        var price = sent.below("price_data");
        var product = price.below("product_data");
        var quantity = sent.integer("quantity").orElse(1L);
        if (quantity < 1 || quantity > 999_999) {
            throw StripeError.invalidParameter(
                    "parameter_invalid_integer", sent.pathOf("quantity"), "quantity must be from 1 to 999999.");
        }
        return new LineItem(
                ids.lineItem(),
                ids.price(),
                ids.product(),
                product.required("name"),
                product.text("description"),
                unitAmount(price),
                quantity);
    }

    private static long unitAmount(Parameters price) {
        var amount = price.integer("unit_amount")
                .or(() -> price.text("unit_amount_decimal").map(text -> wholeMinor(price, text)))
                .orElseThrow(() -> price.missing("unit_amount"));
        if (amount < 0 || amount > 99_999_999) {
            throw StripeError.invalidParameter(
                    "parameter_invalid_integer",
                    price.pathOf("unit_amount"),
                    "unit_amount must be from 0 to 99999999.");
        }
        return amount;
    }

    private static long wholeMinor(Parameters price, String text) {
        try {
            return new BigDecimal(text).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw StripeError.invalidParameter(
                    "",
                    price.pathOf("unit_amount_decimal"),
                    "The simulator takes whole numbers of the smallest unit only.");
        }
    }

    private static String currencyOf(List<Parameters> items) {
        var currencies = items.stream()
                .map(item -> item.below("price_data"))
                .map(price -> Currencies.known(price.required("currency"), price.pathOf("currency")))
                .distinct()
                .toList();
        if (currencies.size() > 1) {
            throw StripeError.invalidParameter("", "line_items", "All line items must be in the same currency.");
        }
        return currencies.get(0);
    }

    private static Optional<String> url(Parameters parameters, String name) {
        return parameters.text(name).map(text -> {
            try {
                var uri = new URI(text.replace("{CHECKOUT_SESSION_ID}", "x"));
                if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                    return text;
                }
            } catch (URISyntaxException e) {
                // answered below, together with what has no host
            }
            throw StripeError.invalidParameter("url_invalid", name, "Not a valid URL");
        });
    }

    private static Optional<String> reference(Parameters parameters) {
        return parameters.text("client_reference_id").map(text -> {
            if (text.length() > LONGEST_REFERENCE) {
                throw StripeError.invalidParameter(
                        "parameter_invalid_string",
                        "client_reference_id",
                        "client_reference_id may have at most " + LONGEST_REFERENCE + " characters.");
            }
            return text;
        });
    }

    private static Optional<String> email(Parameters parameters) {
        return parameters.text("customer_email").map(text -> {
            if (!text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
                throw StripeError.invalidParameter("email_invalid", "customer_email", "Invalid email address: " + text);
            }
            return text;
        });
    }

    private static CaptureMethod captureMethod(Parameters intent) {
        return intent.oneOf("capture_method", "automatic", "automatic_async", "manual")
                .filter("manual"::equals)
                .map(manual -> CaptureMethod.MANUAL)
                .orElse(CaptureMethod.AUTOMATIC);
    }

    private static Map<String, String> metadata(Parameters parameters) {
        var metadata = parameters.map("metadata");
        metadata.values().removeIf(String::isEmpty);
        var path = parameters.pathOf("metadata");
        if (metadata.size() > 50) {
            throw StripeError.invalidParameter("", path, "Metadata may have at most 50 keys.");
        }
        metadata.forEach((key, value) -> {
            if (key.length() > 40 || value.length() > 500) {
                throw StripeError.invalidParameter(
                        "", path, "Metadata keys may have at most 40 characters, values at most 500.");
            }
        });
        return metadata;
    }

    private static List<String> methods(Parameters parameters) {
        var methods = parameters.texts("payment_method_types");
        for (var method : methods) {
            if (!method.matches("[a-z_]{2,40}")) {
                throw StripeError.invalidParameter(
                        "", "payment_method_types", "Invalid payment_method_types: " + method);
            }
        }
        return methods;
    }

    private static Instant expiry(Parameters parameters, Instant now) {
        var expiry =
                parameters.integer("expires_at").map(Instant::ofEpochSecond).orElse(now.plus(LATEST_EXPIRY));
        var created = now.getEpochSecond();
        if (expiry.getEpochSecond() < created + SOONEST_EXPIRY.toSeconds()) {
            throw StripeError.invalidParameter(
                    "",
                    "expires_at",
                    "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.");
        }
        if (expiry.getEpochSecond() > created + LATEST_EXPIRY.toSeconds()) {
            throw StripeError.invalidParameter(
                    "",
                    "expires_at",
                    "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.");
        }
        return expiry;
    }
}
