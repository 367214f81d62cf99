package io.mizan.gateways.cybersource;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateway.Callback;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Target;
import io.mizan.gateways.cybersource.CyberSourceSettings.Api;
import io.mizan.gateways.cybersource.CyberSourceSettings.Dealings;
import io.mizan.gateways.cybersource.CyberSourceSettings.Profile;
import io.mizan.gateways.cybersource.CyberSourceSettings.Times;
import io.mizan.gateways.form.Form;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An account, a payment, and what is said of them; the keys are those of the published examples. */
final class CyberSourceVectors {
    static final String ACCESS_KEY = "0a1b2c3d4e5f30918273645566778899";
    static final String PROFILE = "7D2F4C1A-93B0-4E6D-8A55-0C9E1F2A3B4C";
    static final String SECRET = "f3c1a95e7b2d4086a1e9c7d35b8f60214e7a9d0c6b3f52814d9e0a7c5b6f3e21";
    static final String API_SECRET = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";
    static final String WEBHOOK_KEY_ID = "22222222-3333-4444-5555-666666666666";
    static final String WEBHOOK_KEY = "ZXhhbXBsZS13ZWJob29rLXNpZ25pbmcta2V5LTAwMDE=";
    static final Instant NOW = Instant.parse("2026-03-01T09:15:30Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final AttemptId ATTEMPT = new AttemptId(new UUID(0x0190_0000_0000_7000L, 7));
    static final Money PRICE = Money.ofMinor(15_000, "QAR");
    static final String TRANSACTION = "7412345678901234503001";
    static final CyberSourceSettings.SecurityKey KEY = new CyberSourceSettings.SecurityKey(ACCESS_KEY, SECRET);

    private CyberSourceVectors() {}

    static CyberSourceSettings settings(URI api, Dealings dealings, CyberSourceSettings.SecurityKey... keys) {
        return new CyberSourceSettings(
                false,
                new Profile(
                        CyberSourceSettings.TEST_PAGE,
                        PROFILE,
                        List.of(keys),
                        URI.create("https://shop.example/webhooks/cybersource")),
                new Api(api, "example_mid_001", "11111111-2222-3333-4444-555555555555", API_SECRET),
                Map.of(WEBHOOK_KEY_ID, WEBHOOK_KEY),
                dealings,
                Times.STANDARD);
    }

    static CyberSourceGateway gateway(Dealings dealings, CyberSourceSettings.SecurityKey... keys) {
        return new CyberSourceGateway(settings(CyberSourceSettings.TEST_API, dealings, keys), CLOCK);
    }

    static CheckoutIntent intent(CaptureMode capture, String locale) {
        return new CheckoutIntent(
                new OrderId(new UUID(5, 6)),
                ATTEMPT,
                PRICE,
                List.of(new CheckoutIntent.Line("Dates, تمر", PRICE, 1)),
                capture,
                NOW.plusMillis(123),
                URI.create("https://shop.example/return?t=x&y=1"),
                URI.create("https://shop.example/return?t=x&y=1&canceled=true"),
                NOW.plus(Duration.ofMinutes(15)),
                locale,
                "key");
    }

    static Target target(ProviderRef... refs) {
        return new Target(ATTEMPT, NOW, PRICE, CaptureMode.MANUAL, List.of(refs));
    }

    static ProviderRef payment() {
        return new ProviderRef("payment", TRANSACTION);
    }

    /** A reply with these fields beside, or in place of, those of a payment that went through; an empty value drops one. */
    static Form reply(String... changes) {
        return reply(KEY, changes);
    }

    /** As {@link #reply(String...)}, signed with another key. */
    static Form reply(CyberSourceSettings.SecurityKey key, String... changes) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("transaction_id", TRANSACTION);
        fields.put("decision", "ACCEPT");
        fields.put("req_access_key", key.access());
        fields.put("req_profile_id", PROFILE);
        fields.put("req_transaction_uuid", ATTEMPT.value().toString());
        fields.put("req_transaction_type", "sale");
        fields.put("req_reference_number", ATTEMPT.toString());
        fields.put("req_amount", "150.00");
        fields.put("req_currency", "QAR");
        fields.put("req_bill_to_forename", "محمد, Jr & Sons");
        fields.put("message", "Request was processed successfully.");
        fields.put("reason_code", "100");
        fields.put("auth_amount", "150.00");
        fields.put("signed_date_time", "2026-03-01T09:18:05Z");
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1].isEmpty()) {
                fields.remove(changes[i]);
            } else {
                fields.put(changes[i], changes[i + 1]);
            }
        }
        return signed(fields, key.secret());
    }

    static Form signed(Map<String, String> fields, String secret) {
        var form = Form.empty();
        for (var field : fields.entrySet()) {
            form = form.with(field.getKey(), field.getValue());
        }
        form = form.with("signed_field_names", String.join(",", fields.keySet()) + ",signed_field_names");
        return form.with("signature", FormSignature.of(secret, FormSignature.text(form, FormSignature.names(form))));
    }

    static Callback.Raw posted(Form form) {
        return posted(form.encode());
    }

    static Callback.Raw posted(String body) {
        return new Callback.Raw(Map.of("content-type", "application/x-www-form-urlencoded"), body.getBytes(UTF_8));
    }
}
