package io.mizan.gateways.stripe;

import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Target;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Composes Stripe's objects, one payment of QAR 250.00 throughout: session {@code cs_1}, intent {@code pi_1}, means of
 * payment {@code pm_1}, charge {@code ch_1}. Times count seconds from {@link #START}.
 */
final class StripeObjects {
    static final Instant START = Instant.ofEpochSecond(1_767_225_600);
    static final OrderId ORDER = new OrderId(UUID.fromString("0198c0de-0000-7000-8000-000000000001"));
    static final AttemptId ATTEMPT = new AttemptId(UUID.fromString("0198c0de-0000-7000-8000-000000000002"));
    static final int SESSION_CREATED = 0;
    static final int CHARGE_CREATED = 40;
    static final int REFUND_CREATED = 80;
    static final int CANCELED = 90;
    static final int EVENT_CREATED = 100;
    static final int ANSWERED = 200;
    static final int EXPIRES = 3600;
    static final int HOLDS_UNTIL = 600_000;
    static final long AMOUNT = 25_000;

    private StripeObjects() {}

    static Target target(ProviderRef... known) {
        return new Target(
                ATTEMPT, second(SESSION_CREATED), Money.ofMinor(25_000, "QAR"), CaptureMode.AUTOMATIC, List.of(known));
    }

    static Instant second(int after) {
        return START.plusSeconds(after);
    }

    static byte[] bytes(JsonObject object) {
        return object.toString().getBytes(StandardCharsets.UTF_8);
    }

    static JsonObject event(String type, JsonObject object) {
        return Json.createObjectBuilder()
                .add("id", "evt_1")
                .add("object", "event")
                .add("api_version", "2026-07-29.dahlia")
                .add("created", second(EVENT_CREATED).getEpochSecond())
                .add("data", Json.createObjectBuilder().add("object", object))
                .add("livemode", false)
                .add("pending_webhooks", 1)
                .add("type", type)
                .build();
    }

    static Session session() {
        return new Session();
    }

    static Intent intent(String status) {
        return new Intent(status);
    }

    static ChargeObject charge() {
        return new ChargeObject();
    }

    /** {@code re_1}, of QAR 40.00. */
    static RefundObject refund(String status) {
        return new RefundObject(status);
    }

    private static JsonObject metadata(String capture) {
        return Json.createObjectBuilder()
                .add("mizan_order", ORDER.toString())
                .add("mizan_attempt", ATTEMPT.toString())
                .add("mizan_capture", capture)
                .build();
    }

    static final class Session {
        private String status = "open";
        private String paymentStatus = "unpaid";
        private String mode = "payment";
        private JsonValue intent = JsonValue.NULL;
        private String capture = "automatic";
        private String currency = "qar";
        private long total = AMOUNT;

        Session complete(String payment) {
            status = "complete";
            paymentStatus = payment;
            intent = Json.createValue("pi_1");
            return this;
        }

        Session expired() {
            status = "expired";
            return this;
        }

        Session status(String other) {
            status = other;
            return this;
        }

        Session mode(String other) {
            mode = other;
            return this;
        }

        Session holding(Intent whole) {
            intent = whole.json();
            return this;
        }

        Session capturedByUs() {
            capture = "manual";
            return this;
        }

        Session costing(long minor, String code) {
            total = minor;
            currency = code;
            return this;
        }

        JsonObject json() {
            var session = Json.createObjectBuilder()
                    .add("id", "cs_1")
                    .add("object", "checkout.session")
                    .add("amount_total", total)
                    .add("client_reference_id", ORDER.toString())
                    .add("created", second(SESSION_CREATED).getEpochSecond())
                    .add("currency", currency)
                    .add("customer_details", JsonValue.NULL)
                    .add("expires_at", second(EXPIRES).getEpochSecond())
                    .add("livemode", false)
                    .add("metadata", metadata(capture))
                    .add("mode", mode)
                    .add("payment_intent", intent)
                    .add("payment_status", paymentStatus)
                    .add("status", status);
            return (status.equals("open")
                            ? session.add("url", "https://checkout.stripe.com/c/pay/cs_1")
                            : session.addNull("url"))
                    .build();
        }
    }

    static final class Intent {
        private final String status;
        private String capture = "automatic";
        private long capturable;
        private long received;
        private String method = "pm_1";
        private JsonValue error = JsonValue.NULL;
        private JsonValue charge = JsonValue.NULL;
        private String cancellationReason;

        private Intent(String status) {
            this.status = status;
            if (status.equals("succeeded")) {
                received = AMOUNT;
            } else if (status.equals("requires_capture")) {
                capturedByUs();
                capturable = AMOUNT;
            }
        }

        Intent capturedByUs() {
            capture = "manual";
            return this;
        }

        Intent received(long minor) {
            received = minor;
            return this;
        }

        Intent using(String methodId) {
            method = methodId;
            return this;
        }

        Intent latest(String chargeId) {
            charge = Json.createValue(chargeId);
            return this;
        }

        Intent latest(ChargeObject whole) {
            charge = whole.json();
            return this;
        }

        /** The latest try failed, at the issuer. */
        Intent declinedBy(String chargeId, String declineCode) {
            charge = Json.createValue(chargeId);
            error = error("card_declined", declineCode).add("charge", chargeId).build();
            return this;
        }

        /** The latest try failed before an issuer was asked. */
        Intent notAuthenticated(String methodId) {
            error = error("payment_intent_authentication_failure", null)
                    .add("payment_method", Json.createObjectBuilder().add("id", methodId))
                    .build();
            return this;
        }

        Intent canceled(String reason) {
            cancellationReason = reason;
            return this;
        }

        private static JsonObjectBuilder error(String code, String declineCode) {
            var error = Json.createObjectBuilder().add("type", "card_error").add("code", code);
            return declineCode == null ? error : error.add("decline_code", declineCode);
        }

        JsonObject json() {
            var intent = Json.createObjectBuilder()
                    .add("id", "pi_1")
                    .add("object", "payment_intent")
                    .add("amount", AMOUNT)
                    .add("amount_capturable", capturable)
                    .add("amount_received", received)
                    .add("capture_method", capture)
                    .add("currency", "qar")
                    .add("last_payment_error", error)
                    .add("latest_charge", charge)
                    .add("livemode", false)
                    .add("metadata", metadata(capture))
                    .add("payment_method", method)
                    .add("status", status);
            if (status.equals("canceled")) {
                intent.add("canceled_at", second(CANCELED).getEpochSecond());
            }
            Optional.ofNullable(cancellationReason).ifPresent(reason -> intent.add("cancellation_reason", reason));
            return intent.build();
        }
    }

    static final class ChargeObject {
        private String status = "succeeded";
        private boolean captured = true;
        private long amountCaptured = AMOUNT;
        private String failureCode;
        private String outcomeType = "authorized";
        private String outcomeReason;
        private String method = "card";
        private boolean orphan;
        private JsonValue refunds = JsonValue.NULL;

        ChargeObject pending() {
            status = "pending";
            return paidBy("us_bank_account");
        }

        ChargeObject authorizedOnly() {
            captured = false;
            amountCaptured = 0;
            return this;
        }

        ChargeObject captured(long minor) {
            amountCaptured = minor;
            return this;
        }

        ChargeObject failed(String code, String type, String reason) {
            status = "failed";
            captured = false;
            amountCaptured = 0;
            failureCode = code;
            outcomeType = type;
            outcomeReason = reason;
            return this;
        }

        ChargeObject paidBy(String type) {
            method = type;
            return this;
        }

        ChargeObject showing(RefundObject... latest) {
            var data = Json.createArrayBuilder();
            List.of(latest).forEach(refund -> data.add(refund.json()));
            refunds = Json.createObjectBuilder()
                    .add("object", "list")
                    .add("data", data)
                    .add("has_more", false)
                    .build();
            return this;
        }

        ChargeObject withoutIntent() {
            orphan = true;
            return this;
        }

        JsonObject json() {
            var card = Json.createObjectBuilder().add("brand", "visa").add("last4", "4242");
            if (!captured) {
                card.add("capture_before", second(HOLDS_UNTIL).getEpochSecond());
            }
            var outcome = Json.createObjectBuilder().add("type", outcomeType);
            Optional.ofNullable(outcomeReason).ifPresent(reason -> outcome.add("reason", reason));
            var charge = Json.createObjectBuilder()
                    .add("id", "ch_1")
                    .add("object", "charge")
                    .add("amount", AMOUNT)
                    .add("amount_captured", amountCaptured)
                    .add("captured", captured)
                    .add("created", second(CHARGE_CREATED).getEpochSecond())
                    .add("currency", "qar")
                    .add("metadata", metadata(captured ? "automatic" : "manual"))
                    .add("outcome", outcome)
                    .add("refunds", refunds)
                    .add(
                            "payment_method_details",
                            Json.createObjectBuilder().add("type", method).add("card", card))
                    .add("status", status);
            if (!orphan) {
                charge.add("payment_intent", "pi_1");
            }
            Optional.ofNullable(failureCode).ifPresent(code -> charge.add("failure_code", code));
            return charge.build();
        }
    }

    static final class RefundObject {
        private final String status;
        private String id = "re_1";
        private String reason = "requested_by_customer";
        private String failureReason;
        private boolean orphan;
        private boolean moved = true;

        private RefundObject(String status) {
            this.status = status;
        }

        RefundObject named(String other) {
            id = other;
            return this;
        }

        RefundObject because(String other) {
            reason = other;
            return this;
        }

        RefundObject failedBy(String why) {
            failureReason = why;
            return this;
        }

        RefundObject withoutIntent() {
            orphan = true;
            return this;
        }

        /** As Stripe tells what it only let go of. */
        RefundObject borneByNobody() {
            moved = false;
            return this;
        }

        JsonObject json() {
            var refund = Json.createObjectBuilder()
                    .add("id", id)
                    .add("object", "refund")
                    .add("amount", 4_000)
                    .add("charge", "ch_1")
                    .add("created", second(REFUND_CREATED).getEpochSecond())
                    .add("currency", "qar")
                    .add("metadata", metadata("automatic"))
                    .add("reason", reason)
                    .add("status", status);
            if (!orphan) {
                refund.add("payment_intent", "pi_1");
            }
            if (moved) {
                refund.add("balance_transaction", "txn_1");
            }
            Optional.ofNullable(failureReason).ifPresent(why -> refund.add("failure_reason", why));
            return refund.build();
        }
    }
}
