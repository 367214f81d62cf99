package io.mizan.simulation;

import io.mizan.gateway.Callback;
import io.mizan.gateway.Capturing;
import io.mizan.gateway.Closing;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.GatewayProfile;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.Observation;
import io.mizan.gateway.Operation;
import io.mizan.gateway.Recovery;
import io.mizan.gateway.Target;
import io.mizan.gateway.Voiding;
import io.mizan.money.Money;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Of the provider that can do everything and answers a repeated key with what it answered first. */
final class CardsGateway extends FakeGateway implements Closing, Capturing, Voiding {
    static final GatewayName NAME = new GatewayName("fake");

    private static final Recovery SAME_KEY = new Recovery.SameKey(Duration.ofDays(1));
    private static final GatewayProfile PROFILE = new GatewayProfile(
            "Fake",
            Map.of(
                    Operation.OPEN_CHECKOUT, SAME_KEY,
                    Operation.CLOSE, SAME_KEY,
                    Operation.CAPTURE, SAME_KEY,
                    Operation.VOID, SAME_KEY),
            Duration.ofHours(1),
            Duration.ofHours(2),
            List.of(
                    Duration.ofSeconds(20),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofHours(6)));

    CardsGateway(Provider provider, Line line) {
        super(Provider.Desk.CARDS, NAME, provider, line);
    }

    @Override
    public GatewayProfile profile() {
        return PROFILE;
    }

    @Override
    public GatewayRequest close(Target target, String idempotencyKey) {
        return request(
                Operation.CLOSE,
                idempotencyKey,
                Map.of(
                        Documents.PAGE,
                        pageId(target).orElseThrow(() -> new IllegalStateException("no page is known"))));
    }

    @Override
    public GatewayRequest capture(Target target, Money amount, String idempotencyKey) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(Documents.PAYMENT, target.ref(Documents.PAYMENT).orElseThrow(IllegalStateException::new));
        fields.put("amount", amount.amountMinor() + " " + amount.currencyCode());
        return request(Operation.CAPTURE, idempotencyKey, fields);
    }

    @Override
    public GatewayRequest voidAuthorization(Target target, Money held, String idempotencyKey) {
        return request(
                Operation.VOID,
                idempotencyKey,
                Map.of(Documents.PAYMENT, target.ref(Documents.PAYMENT).orElseThrow(IllegalStateException::new)));
    }

    @Override
    Optional<String> act(GatewayRequest request, Map<String, String> fields) {
        return switch (request.operation()) {
            case OPEN_CHECKOUT ->
                provider.once(request.idempotencyKey(), request.content(), () -> Optional.of(open(fields)));
            case CLOSE -> {
                var page = provider.page(fields.get(Documents.PAGE));
                yield provider.close(page) ? Optional.of(Documents.of(page)) : Optional.empty();
            }
            case CAPTURE ->
                provider.once(request.idempotencyKey(), request.content(), () -> {
                    var payment = payment(fields);
                    return provider.capture(payment, Documents.money(fields.get("amount")))
                            ? Optional.of(Documents.of(payment))
                            : Optional.empty();
                });
            case VOID ->
                provider.once(request.idempotencyKey(), request.content(), () -> {
                    var payment = payment(fields);
                    return provider.release(payment) ? Optional.of(Documents.of(payment)) : Optional.empty();
                });
            case COMPLETE, REFUND -> throw new IllegalStateException("it has no such operation");
        };
    }

    private Provider.Payment payment(Map<String, String> fields) {
        return provider.payment(fields.get(Documents.PAYMENT)).orElseThrow();
    }

    @Override
    Optional<Provider.Page> page(Target target) {
        return pageId(target).map(provider::page);
    }

    /** The page may be known only by its payment, if a letter about that came first. */
    private static Optional<String> pageId(Target target) {
        return target.ref(Documents.PAGE)
                .or(() -> target.ref(Documents.PAYMENT).map(payment -> payment.replace("pay_", "page_")));
    }

    @Override
    Callback.Reading reading(Map<String, String> fields, Observation told) {
        return new Callback.Reading.Relevant(Documents.mark(fields), told);
    }
}
