package io.mizan.explanation;

import static io.mizan.explanation.DossierBuilder.anOrder;
import static io.mizan.explanation.DossierBuilder.qar;

import io.mizan.casework.CaseKind;
import io.mizan.command.CommandState;
import io.mizan.fact.FactKind.AuthorizationEnd;
import io.mizan.fact.FactKind.Closing;
import io.mizan.fact.FactKind.Refund;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.Operation;
import io.mizan.order.Fulfilment;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;

/** Orders with up to three attempts, to each of which anything may have happened. */
public final class AnyOrder implements ArbitrarySupplier<DossierBuilder> {
    private static final List<UnaryOperator<DossierBuilder.AttemptBuilder>> HAPPENINGS = List.of(
            a -> a.page(),
            a -> a.shown(),
            a -> a.cameBack(),
            a -> a.declined(FailureCategory.ISSUER_DECLINED, "do_not_honor"),
            a -> a.declined(FailureCategory.FRAUD_SUSPECTED, "fraudulent"),
            a -> a.requestRefused(),
            a -> a.challenged(),
            a -> a.onItsWay(),
            a -> a.oneTryOnItsWay(),
            a -> a.sentUnconfirmed(),
            a -> a.replaced(),
            a -> a.authorized(),
            a -> a.released(AuthorizationEnd.EXPIRED),
            a -> a.captured(qar(25000)),
            a -> a.captured(qar(100)),
            a -> a.refunded("re_1", qar(25000), Refund.PENDING),
            a -> a.refunded("re_1", qar(25000), Refund.SUCCEEDED),
            a -> a.refunded("re_1", qar(25000), Refund.FAILED),
            a -> a.refunded("re_2", qar(100), Refund.SUCCEEDED),
            a -> a.closed(Closing.EXPIRED),
            a -> a.closed(Closing.FAILED),
            a -> a.refused(FailureCategory.VALIDATION),
            a -> a.refused(FailureCategory.NETWORK),
            a -> a.asked(),
            a -> a.askNext(Duration.ofMinutes(5)),
            a -> a.manual(),
            a -> a.command(Operation.OPEN_CHECKOUT, CommandState.UNKNOWN),
            a -> a.command(Operation.CAPTURE, CommandState.SENT),
            a -> a.command(Operation.CLOSE, CommandState.DONE));

    @Override
    public Arbitrary<DossierBuilder> get() {
        var attempt = Arbitraries.of(HAPPENINGS).list().ofMaxSize(6);
        var attempts = attempt.list().ofMaxSize(3);
        var cases = Arbitraries.of(CaseKind.class).set().ofMaxSize(2);
        var delivery = Arbitraries.of(Fulfilment.class);
        var end = Arbitraries.of("", "canceled", "expired");
        var hours = Arbitraries.integers().between(0, 30);
        return Combinators.combine(attempts, cases, delivery, end, hours).as((tries, found, told, ending, later) -> {
            var order = anOrder().delivery(told).readAfter(Duration.ofHours(later));
            for (var happenings : tries) {
                order.attempt(a -> happenings.stream().reduce(a, (b, happening) -> happening.apply(b), (b, c) -> c));
            }
            found.forEach(order::openCase);
            return switch (ending) {
                case "canceled" -> order.canceled();
                case "expired" -> order.expired();
                default -> order;
            };
        });
    }
}
