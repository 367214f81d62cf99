package io.mizan.gateways.paypal;

import io.mizan.fact.Account;
import io.mizan.fact.Fact;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateway.Observation;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Target;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the tests are about: one attempt, its order at PayPal, and PayPal's documents of it. */
final class PayPalObjects {
    static final Account BOOKS = new Account("paypal/MERCHANT1/sandbox");
    static final Instant OPENED = Instant.parse("2026-01-01T00:00:00Z");
    static final OrderId OUR_ORDER = new OrderId(UUID.fromString("01890000-0000-7000-8000-000000000001"));
    static final AttemptId ATTEMPT = new AttemptId(UUID.fromString("01890000-0000-7000-8000-000000000002"));
    static final Money PRICE = Money.ofMinor(1999, "USD");
    static final String ORDER = "5O190127TN364715T";
    static final String AUTHORIZATION = "0AW2184448108334S";
    static final String CAPTURE = "42311647XV020574X";
    static final String REFUND = "1JU08902781691411";
    static final String PAGE = "https://www.sandbox.paypal.com/checkoutnow?token=" + ORDER;

    private PayPalObjects() {}

    static CheckoutIntent intent(CaptureMode capture) {
        return intent(capture, "en");
    }

    static CheckoutIntent intent(CaptureMode capture, String locale) {
        return new CheckoutIntent(
                OUR_ORDER,
                ATTEMPT,
                PRICE,
                List.of(new CheckoutIntent.Line("Dates, تمر", PRICE, 1)),
                capture,
                OPENED,
                URI.create("https://pay.example.test/return/paypal?t=token"),
                URI.create("https://pay.example.test/return/paypal?t=token&canceled=true"),
                OPENED.plusSeconds(10_800),
                locale,
                "open-1");
    }

    static Target target(CaptureMode capture, ProviderRef... refs) {
        return new Target(ATTEMPT, OPENED, PRICE, capture, List.of(refs));
    }

    static Target target(ProviderRef... refs) {
        return target(CaptureMode.AUTOMATIC, refs);
    }

    static ProviderRef order() {
        return new ProviderRef("order", ORDER);
    }

    /** @param payments members of {@code payments}, or empty */
    static String order(String status, String payments) {
        return """
            {"id":"%s","intent":"CAPTURE","status":"%s","create_time":"2026-01-01T00:00:00Z","update_time":"2026-01-01T00:00:40Z",
             "purchase_units":[{"reference_id":"%s","custom_id":"%s","amount":{"currency_code":"USD","value":"19.99"}%s}],
             "links":[{"rel":"self","href":"https://api-m.sandbox.paypal.com/v2/checkout/orders/%s"},{"rel":"payer-action","href":"%s"}]}
            """
                .formatted(
                        ORDER,
                        status,
                        OUR_ORDER,
                        ATTEMPT,
                        payments.isEmpty() ? "" : ",\"payments\":{" + payments + "}",
                        ORDER,
                        PAGE);
    }

    static String capture(String status, String more) {
        return """
            {"id":"%s","status":"%s","amount":{"currency_code":"USD","value":"19.99"},"custom_id":"%s",
             "create_time":"2026-01-01T00:00:50Z","update_time":"2026-01-01T00:00:50Z"%s}"""
                .formatted(CAPTURE, status, ATTEMPT, more);
    }

    static String authorization(String status, String updated) {
        return """
            {"id":"%s","status":"%s","amount":{"currency_code":"USD","value":"19.99"},"custom_id":"%s",
             "supplementary_data":{"related_ids":{"order_id":"%s"}},"create_time":"2026-01-01T00:00:50Z",
             "update_time":"%s","expiration_time":"2026-01-30T00:00:50Z"}"""
                .formatted(AUTHORIZATION, status, ATTEMPT, ORDER, updated);
    }

    static String refund(String status) {
        return """
            {"id":"%s","status":"%s","amount":{"currency_code":"USD","value":"5.00"},"custom_id":"ref_1",
             "create_time":"2026-01-02T00:00:00Z","links":[{"rel":"up","href":"https://api-m.sandbox.paypal.com/v2/payments/captures/%s"}]}"""
                .formatted(REFUND, status, CAPTURE);
    }

    static String event(String type, String resource) {
        return "{\"id\":\"WH-1\",\"create_time\":\"2026-01-01T00:01:00Z\",\"event_type\":\"" + type + "\",\"resource\":"
                + resource + "}";
    }

    static String error(String name, String issue) {
        return "{\"name\":\"" + name + "\",\"message\":\"…\",\"debug_id\":\"f1e2d3c4b5a69\",\"details\":[{\"issue\":\""
                + issue + "\",\"description\":\"…\"}],\"links\":[{\"rel\":\"redirect\",\"href\":\"" + PAGE + "\"}]}";
    }

    /** Facts as one reads them in a table: {@code captured 42311647XV020574X USD 19.99}. */
    static List<String> words(Observation observation) {
        return observation.facts().stream()
                .sorted(Fact.CANONICAL)
                .map(fact -> fact.kind().code() + " " + fact.objectRef()
                        + (fact.qualifier().isEmpty() ? "" : "/" + fact.qualifier())
                        + fact.amount().map(amount -> " " + amount).orElse(""))
                .toList();
    }
}
