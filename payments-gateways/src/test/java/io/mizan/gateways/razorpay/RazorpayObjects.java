package io.mizan.gateways.razorpay;

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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Razorpay's documents, and an attempt that they are about. */
final class RazorpayObjects {
    static final OrderId ORDER = new OrderId(UUID.fromString("01890000-0000-7000-8000-000000000001"));
    static final AttemptId ATTEMPT = new AttemptId(UUID.fromString("01890000-0000-7000-8000-000000000002"));
    static final Money PRICE = Money.ofMinor(50_000, "INR");
    static final Instant START = Instant.ofEpochSecond(1_767_225_500);
    static final Clock CLOCK = Clock.fixed(START.plusSeconds(60), ZoneOffset.UTC);
    static final String ACCOUNT = "acc_SIM00000000001";
    static final String KEY_SECRET = "simKeySecret_AbC123xyz";
    static final String WEBHOOK_SECRET = "rzp_whsec_Sim_42";

    private RazorpayObjects() {}

    static RazorpaySettings settings(URI base) {
        return RazorpaySettings.standard(
                ACCOUNT, "rzp_test_Sim0000000001", List.of(KEY_SECRET), List.of(WEBHOOK_SECRET), base);
    }

    static CheckoutIntent intent(CaptureMode capture) {
        return new CheckoutIntent(
                ORDER,
                ATTEMPT,
                PRICE,
                List.of(new CheckoutIntent.Line("Dates, तमर", PRICE, 1)),
                capture,
                START,
                URI.create("https://pay.example.test/return/razorpay?t=token"),
                URI.create("https://pay.example.test/return/razorpay?t=token&canceled=true"),
                START.plusSeconds(3600),
                "ar",
                "open-1");
    }

    static Target target(ProviderRef... refs) {
        return new Target(ATTEMPT, START, PRICE, CaptureMode.MANUAL, List.of(refs));
    }

    static Target opened() {
        return target(new ProviderRef("order", "order_1"));
    }

    static String order(String status) {
        return "{\"id\":\"order_1\",\"entity\":\"order\",\"amount\":50000,\"amount_paid\":0,\"amount_due\":50000,"
                + "\"currency\":\"INR\",\"receipt\":\"" + ATTEMPT + "\",\"offer_id\":null,\"status\":\"" + status
                + "\",\"attempts\":0,\"notes\":[],\"created_at\":1767225500}";
    }

    /** @param more members, each with a comma behind it */
    static String payment(String id, String status, String more) {
        return "{" + more + "\"id\":\"" + id + "\",\"entity\":\"payment\",\"amount\":50000,\"currency\":\"INR\","
                + "\"status\":\"" + status + "\",\"order_id\":\"order_1\",\"method\":\"card\",\"fee\":null,"
                + "\"email\":\"buyer@example.test\",\"contact\":\"+919000000001\",\"created_at\":1767225600}";
    }

    static String payment(String status) {
        return payment(
                "pay_1",
                status,
                "\"captured\":" + !status.equals("authorized") + ",\"notes\":{\"mizan_attempt\":\"" + ATTEMPT + "\"},");
    }

    static String refund(String status) {
        return "{\"id\":\"rfnd_1\",\"entity\":\"refund\",\"amount\":12500,\"currency\":\"INR\",\"payment_id\":\"pay_1\","
                + "\"notes\":[],\"receipt\":\"ref-1\",\"acquirer_data\":{\"arn\":null},\"created_at\":1767229200,"
                + "\"status\":\"" + status + "\",\"speed_processed\":\"normal\"}";
    }

    static String list(String... items) {
        return "{\"entity\":\"collection\",\"count\":" + items.length + ",\"items\":[" + String.join(",", items) + "]}";
    }

    /** @param entities names and documents in turn */
    static String event(String type, String... entities) {
        var payload = new StringBuilder();
        for (int i = 0; i < entities.length; i += 2) {
            payload.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(entities[i])
                    .append("\":{\"entity\":")
                    .append(entities[i + 1])
                    .append('}');
        }
        return "{\"entity\":\"event\",\"account_id\":\"" + ACCOUNT + "\",\"event\":\"" + type
                + "\",\"contains\":[],\"payload\":{" + payload + "},\"created_at\":1767229300}";
    }

    /** As one reads them: {@code captured pay_1 INR 500.00 @100}, the time in seconds from the start. */
    static List<String> words(Observation told) {
        return told.facts().stream()
                .sorted(Fact.CANONICAL)
                .map(fact -> fact.kind().code() + " " + fact.objectRef()
                        + (fact.qualifier().isEmpty() ? "" : "/" + fact.qualifier())
                        + fact.amount().map(amount -> " " + amount).orElse("")
                        + fact.effectiveAt()
                                .map(at -> " @" + (at.getEpochSecond() - START.getEpochSecond()))
                                .orElse(""))
                .distinct()
                .toList();
    }
}
